/** An expected failure, whose message is for the person in front of it; whatever else is thrown is a defect. */
export abstract class Problem extends Error {
  /** What code decides by. */
  abstract readonly kind: string;
}
