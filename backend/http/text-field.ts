import { badRequest } from './problem.ts';

/** What a text in a request may be. */
export interface TextRule {
  /** In characters as JSON Schema's `maxLength` counts them: Unicode code points. */
  longest: number;
  /** `many` allows line breaks and tabs. */
  lines: 'one' | 'many';
}

/**
 * Control characters (C0, DEL, C1), and those that a text of many lines may not hold either. In one line there are no line
 * separators; in no text are there embeddings, overrides and isolates, which turn the direction of what comes after
 * them (Unicode Standard Annex #9). The marks that Arabic and Hebrew need (U+200E, U+200F, U+061C) stay.
 */
const controls = {
  one: /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u,
  many: /[^\P{Cc}\n\r\t]|[\u202a-\u202e\u2066-\u2069]/u,
};

/** What somebody can see: no white space, no control, no format character such as a space without width. */
const visible = /[^\s\p{Cc}\p{Cf}]/u;

/** A text as the rule wants it; throws 400 naming the field and saying what to do. */
export function textIn(field: string, value: unknown, rule: TextRule): string {
  if (value === undefined) throw badRequest(`${field} is missing.`, field);
  if (typeof value !== 'string') throw badRequest(`${field} must be a text.`, field);
  if (!visible.test(value)) throw badRequest(`${field} must not be empty.`, field);
  // Code points are never more than UTF-16 units, so only long texts are counted.
  if (value.length > rule.longest && Array.from(value).length > rule.longest) {
    throw badRequest(`${field} must have at most ${rule.longest} characters.`, field);
  }
  if (controls[rule.lines].test(value)) {
    const but = rule.lines === 'many' ? ' but line breaks and tabs' : '';
    throw badRequest(`${field} must not hold control characters${but}.`, field);
  }
  if (!value.isWellFormed()) {
    throw badRequest(`${field} must be whole characters: half of a surrogate pair is none.`, field);
  }
  return value;
}
