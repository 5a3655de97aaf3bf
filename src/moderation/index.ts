/**
 * What may be said where: rules about the content of texts that people write or hand over. Pure: a text in,
 * findings with their places out; whoever asked refuses, masks or publishes.
 */
export { type CardData, findCardData, maskCardData } from './card-data.ts';
