import type { components } from '../../contract/generated/news-types.ts';
import { jsonObjectOf } from './body.ts';
import { badRequest } from './problem.ts';
import type { HttpRequest } from './request.ts';
import { textIn } from './text-field.ts';
import { pastTimeIn } from './time-field.ts';

type NewArticle = components['schemas']['NewArticle'];
type Section = components['schemas']['Section'];

const sections: Record<Section, true> = {
  World: true,
  City: true,
  Business: true,
  Science: true,
  Culture: true,
  Sport: true,
};

/** The fields and their limits as `NewArticle` has them in contract/news.yaml; a test holds the two together. */
const rules = {
  headline: { longest: 160, lines: 'one' },
  summary: { longest: 500, lines: 'one' },
  byline: { longest: 120, lines: 'one' },
  body: { longest: 100_000, lines: 'many' },
  sourceId: { longest: 1000, lines: 'one' },
} as const;

const fields = new Set([...Object.keys(rules), 'section', 'publishedAt']);

/** The article in a request's body; throws 400 naming the first field at fault, 413 for a body over 1 MB. */
export function newArticleIn(request: HttpRequest): NewArticle {
  const content = new Map<string, unknown>(Object.entries(jsonObjectOf(request)));
  for (const field of content.keys()) {
    if (!fields.has(field)) throw badRequest(`There is no field ${field} here.`, field);
  }
  const text = (field: keyof typeof rules): string =>
    textIn(field, content.get(field), rules[field]);
  return {
    headline: text('headline'),
    summary: text('summary'),
    section: sectionIn(content.get('section')),
    byline: text('byline'),
    body: text('body'),
    ...(content.has('publishedAt') && {
      publishedAt: pastTimeIn('publishedAt', content.get('publishedAt'), request.receivedAt),
    }),
    ...(content.has('sourceId') && { sourceId: text('sourceId') }),
  };
}

function sectionIn(value: unknown): Section {
  if (typeof value === 'string' && Object.hasOwn(sections, value)) return value as Section;
  if (value === undefined) throw badRequest('section is missing.', 'section');
  const names = Object.keys(sections).join(', ');
  throw badRequest(`section must be one of ${names}.`, 'section');
}
