/** The languages of interfaces and texts. */
export type Language = 'ru' | 'kk' | 'en';

/** The languages of the house, the default one first. */
export const languages: readonly Language[] = ['ru', 'kk', 'en'];
