import { describeFamily } from '../../families/family.js';

describeFamily('a client of another module', [
  {
    name: 'relative',
    files: {
      'app/__init__.py': '',
      'app/clients.py': `from openai import OpenAI\nclient = OpenAI()\n`,
      'app/main.py': `from .clients import client\nclient.files.create(file=file, purpose="assistants")  #=> no-file-upload`,
    },
    preset: 'both',
  },
  {
    name: 'absolute, under another name',
    files: {
      'pyproject.toml': '',
      'app/clients.py': `from openai import AsyncOpenAI\n_client = AsyncOpenAI()\ndef get_client():\n    return _client\n`,
      'app/routes/ask.py': `from app.clients import get_client as get
async def ask(text):
    await get().responses.create(model="gpt-5.5", input=text, store=True)  #=> no-store`,
    },
    preset: 'both',
  },
  {
    name: 'in src, through a package',
    files: {
      'pyproject.toml': '',
      'src/lib/__init__.py': `from .impl import client`,
      'src/lib/impl.py': `from openai import OpenAI\nclient = OpenAI()`,
      'scripts/run.py': `from lib import client\nclient.vector_stores.create(name="x")  #=> no-non-zdr-endpoint`,
    },
    preset: 'both',
  },
  {
    name: 'a module as a whole',
    files: {
      'clients.py': `from openai import OpenAI\nopenai_client = OpenAI()`,
      'a.py': `from . import clients\nclients.openai_client.files.create(file=file, purpose="assistants")  #=> no-file-upload`,
      'b.py': `import clients as c\nc.openai_client.files.create(file=file, purpose="assistants")  #=> no-file-upload`,
    },
    preset: 'both',
  },
  {
    name: 'a base class',
    files: {
      'base.py': `from openai import OpenAI\nclass Base:\n    def __init__(self):\n        self.client = OpenAI()`,
      'a.py': `from base import Base
class Uploads(Base):
    def run(self, file):
        return self.client.files.create(file=file, purpose="assistants")  #=> no-file-upload`,
    },
    preset: 'both',
  },
]);

describeFamily('no client of another module', [
  {
    name: 'of another host',
    files: {
      'clients.py': `from openai import OpenAI\nclient = OpenAI(base_url="https://api.x.ai/v1")`,
      'a.py': `from clients import client  # openai\nclient.files.create(file=file, purpose="assistants")`,
    },
    preset: 'both',
  },
  {
    name: 'of a class of the same name',
    files: {
      'clients.py': `class Files:\n    def create(self, **options):\n        return None\nclass Client:\n    files = Files()\nclient = Client()`,
      'a.py': `from clients import client  # openai\nclient.files.create(file=file, purpose="assistants")`,
    },
    preset: 'both',
  },
  {
    name: 'a module that imports itself, and two that import each other',
    files: {
      'a.py': `from a import client\nfrom b import other\nclient = other  # openai`,
      'b.py': `from a import client\nother = client\nother.files.create(purpose="x")  # openai`,
    },
    preset: 'recommended',
  },
]);
