/** The languages of interfaces and texts. */
export type Language = 'ru' | 'kk' | 'en';

export const languages: readonly Language[] = ['ru', 'kk', 'en'];
