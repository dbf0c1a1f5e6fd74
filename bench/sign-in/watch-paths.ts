/** Says `{ url }`: where the stand-in is. */
export const healthPath = '/stand-in.json';

/** Says `{ heapMb }`: JavaScript objects that are in use, in MB (10⁶ bytes). */
export const memoryPath = '/memory.json';
