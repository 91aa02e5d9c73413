/** A program with every construct of Python's that the front end lowers. */
export const CONSTRUCTS = `#!/usr/bin/env python
"""A docstring."""
from __future__ import annotations
import os, sys as system
import a.b.c
import a.b as ab
from . import sibling
from .models import Thing as Other, (x)
from ..up.down import (one, two as zwei,)
from star import *
from openai import NOT_GIVEN, OpenAI, AsyncOpenAI

count: int = 1_000
ratio = 1.5e3
mask = 0xFF
imaginary = 2j
name: "Optional[str]"
first = second = third = []
left, (middle, *rest) = values
obj.attr, items[0] = pair
total += 1
options |= {"store": False}
text = "a" 'b' """c"""
raw = r"\\d+\\n"
data = b"x"
message = f"hello {name!r:>10} and {count + 1}" "tail"
escaped = "tab\\t\\x41\\u0041\\N"
both = a if b else c
small = not a and b or c
chain = a < b < c
member = x in y and x not in y and x is None and x is not None
power = -x ** 2 // 3 % 4 @ m << 1 & 2 ^ ~3
walrus = (n := len(a))
tuple_ = 1, 2,
empty = ()
one_tuple = (1,)
set_ = {1, 2}
dict_ = {"a": 1, **more, key: value}
merged = {"a": 1} | other
nested = {"base_url": "u", "b": {"c": [1, *xs]}}
squares = [x * y for x in xs if x for y in ys if y]
pairs = {k: v for k, v in d.items()}
gen = (x async for x in stream)
sliced = xs[1:2, ..., ::3]
got = d["k"]["l"][i]
fn = lambda a, *b, c=1, **d: a
call = f(1, *args, key=2, **kw)
call2 = f(x for x in xs)
call3 = f(y := 1)
client = OpenAI(api_key=os.environ["KEY"], base_url=os.getenv("URL", "u"), timeout=os.environ.get("T"))
client.responses.create(model="m", input="x", extra_body={"store": False}, extra_headers={"a": "b"}, user=NOT_GIVEN)
client.beta.threads.messages.create(thread_id="t", role="user")
client.with_raw_response.files.list()
copied = d.copy()
cloned = client.copy(timeout=1)
d.update({"a": 1}, b=2)
d.update(b=2)
d.setdefault("a", [])
d.pop("a")
d.get("a", None)
conf = dict(d, a=1)
attr = getattr(x, "name", None)
casted = cast(OpenAI, x)
json.dumps(x); json.loads(y); copy.deepcopy(z)
requests.post("https://api.openai.com/v1/responses", json={"a": 1}, headers={"b": "c"})
httpx.request("POST", url, content=b)

@decorator
@module.factory(1, key="v")
async def coroutine(a: int, b: str = "x", /, c=None, *args: str, d, e=2, **kw: Any) -> dict[str, "OpenAI"]:
    global count
    count = 2
    async with open(a) as fh, other:
        await fh.read()
    async for line in fh:
        yield line
    return await asyncio.gather(*xs)

def outer():
    state = 0
    def inner():
        nonlocal state
        state = 1
        return state
    return inner

class Base(Parent, Mixin, metaclass=Meta):
    """Docs."""
    field: Optional[int] = None
    plain = 1
    bare: int
    x.y = 3
    if True:
        conditional = 2

    def __init__(self, client: "openai.OpenAI | None" = None, *args):
        super().__init__(client, *args)
        self.client: OpenAI = client or OpenAI()
        self._lazy = lambda: self.client

    @property
    def prop(self) -> Union[int, str]:
        return self.client

    @prop.setter
    def prop(self, value):
        self.client = value

    @cached_property
    def cached(self): return self.prop

    @staticmethod
    def static(a): pass

    @classmethod
    def make(cls): return cls()

    class Inner:
        value = 1

    async def method(self):
        def nested():
            return self.client
        return nested()

if a:
    pass
elif b:
    pass
else:
    pass
while a:
    break
else:
    pass
for i, (j, k) in enumerate(xs):
    continue
else:
    pass
for self.item in xs: pass
try:
    risky()
except (ValueError, TypeError) as error:
    raise RuntimeError("x") from error
except Exception:
    raise
else:
    ok()
finally:
    done()
try:
    pass
except* Group as eg:
    pass
with (open(a) as f1, open(b) as f2):
    pass
with lock: pass
with manager() as (p, q): pass
match command.split():
    case ["go", direction] if direction: pass
    case {"a": 1, **others}: pass
    case Point(x=0) | None: pass
    case "literal": pass
    case str() as word: pass
    case _: pass
assert a, "message"
del a, b[0]
print("x")
type Alias = int
exec("x")
`;
