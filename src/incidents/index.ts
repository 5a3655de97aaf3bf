/**
 * Incidents: what happened to data against the will of whoever keeps them, whom it touches, who must be told
 * of it and in what form; how many people's data a member of the staff may open in which time; the measures
 * against it and the places where data lie.
 */
export * from './assess.ts';
export * from './browsing.ts';
export * from './controls.ts';
export * from './incident.ts';
export * from './storage.ts';
export * from './touched.ts';
