/** The command's own formats, apart from their code: every run reads the names. */
export const ownFormats = ['pretty', 'github', 'gitlab', 'sarif'] as const;
export type OwnFormat = (typeof ownFormats)[number];
