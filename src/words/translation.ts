/**
 * A part of a catalogue in another language than Russian: flat keys, i18next placeholders. The tests see to it
 * that none is missing.
 */
export type Translation = Readonly<Record<string, string>>;
