/**
 * A catalogue in another language than Russian, file by file beside it: flat keys, i18next placeholders. A
 * sentence it lacks is said in Russian.
 */
export type Translation = Readonly<Record<string, string>>;
