import type { components } from '../../contract/generated/news-types.ts';
import { expectJson, fieldsOf } from './body.ts';
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

const fields = [
  'headline',
  'summary',
  'section',
  'byline',
  'body',
  'publishedAt',
  'sourceId',
] as const satisfies readonly (keyof NewArticle)[];

/** The article in a request's body; throws 400 naming the first field at fault, 413 for a body over 1 MB. */
export function newArticleIn(request: HttpRequest): NewArticle {
  expectJson(request);
  const content = fieldsOf(request, fields);
  const text = (field: keyof typeof rules): string => textIn(field, content[field], rules[field]);
  return {
    headline: text('headline'),
    summary: text('summary'),
    section: sectionIn(content.section),
    byline: text('byline'),
    body: text('body'),
    ...(content.publishedAt !== undefined && {
      publishedAt: pastTimeIn('publishedAt', content.publishedAt, request.receivedAt),
    }),
    ...(content.sourceId !== undefined && { sourceId: text('sourceId') }),
  };
}

function sectionIn(value: unknown): Section {
  if (typeof value === 'string' && Object.hasOwn(sections, value)) return value as Section;
  if (value === undefined) throw badRequest('section is missing.', 'section');
  const names = Object.keys(sections).join(', ');
  throw badRequest(`section must be one of ${names}.`, 'section');
}
