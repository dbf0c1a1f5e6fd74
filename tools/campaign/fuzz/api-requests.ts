import type { Random } from '../random.ts';
import { jsonOf } from './broken-json.ts';
import type { ApiOperation } from '../contract-shapes.ts';
import type { Props } from './props.ts';
import { headerText } from './raw-request.ts';
import type { RawRequest } from './raw-request.ts';
import { anyText } from './texts.ts';
import { broken, valueOf } from './values.ts';
import type { Dictionary } from './values.ts';
import { wordsFor } from './words.ts';

/** A request to an operation of the contracts, at the REST API or at the HTTP API. */
export function apiRequest(
  operations: readonly ApiOperation[],
  random: Random,
  props: Props,
): RawRequest {
  const operation = random.pick(operations);
  const words = wordsFor('', props);
  const isRest = random.happens(0.6);
  const path = isRest ? operation.path : operation.path.replace(/^\/[a-z]+/, '/http-api');
  return {
    kind: isRest ? 'REST API' : 'HTTP API',
    method: random.happens(0.97)
      ? operation.method
      : random.pick(['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'TRACE']),
    path: pathOf(path, random, words) + queryOf(operation, random, words),
    headers: [...headersOf(operation, random, words, props)],
    body: bodyOf(operation, random, words),
  };
}

const pathOf = (path: string, random: Random, words: Dictionary): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const text = random.happens(0.7) ? (words(name, random) ?? '') : anyText(random);
    return random.happens(0.9) ? encoded(text) : headerText(text).replaceAll(/[\s?#]/g, '');
  }) +
  (random.happens(0.03)
    ? random.pick(['/', '//', '/..', '/%2e%2e', '/%', '/%ff', ';a=b', '/\\'])
    : '');

function queryOf({ parameters }: ApiOperation, random: Random, words: Dictionary): string {
  const known = parameters.filter((one) => one.in === 'query' && random.happens(0.5));
  const pairs = known.map(({ name, shape }) => [
    name,
    String(words(name, random) ?? valueOf(shape, random, words, name)),
  ]);
  if (random.happens(0.1)) pairs.push([anyText(random), anyText(random)]);
  if (random.happens(0.02)) pairs.push(...pairs);
  if (pairs.length === 0)
    return random.happens(0.02) ? random.pick(['?', '?&&', '?=', '?%', '?a=%ff&a']) : '';
  return `?${pairs.map((pair) => pair.map((one) => encoded(one.slice(0, 2000))).join('=')).join('&')}`;
}

function* headersOf(
  { parameters, scheme }: ApiOperation,
  random: Random,
  words: Dictionary,
  { tokens }: Props,
): Generator<[string, string]> {
  for (const { name } of parameters.filter((one) => one.in === 'header' && random.happens(0.5))) {
    yield [name, headerText(words(name, random) ?? anyText(random))];
  }
  if (random.happens(scheme === undefined ? 0.1 : 0.95)) {
    const { IdToken, AccessToken } = random.pick(tokens);
    const token = random.happens(0.9)
      ? random.pick([IdToken, IdToken, AccessToken])
      : headerText(anyText(random));
    yield ['Authorization', random.pick(['', 'Bearer ']) + token];
  }
  if (random.happens(0.95))
    yield ['Content-Type', random.happens(0.95) ? 'application/json' : headerText(anyText(random))];
  if (random.happens(0.05))
    yield [
      random.pick([
        'Accept',
        'Origin',
        'X-Forwarded-For',
        'Cookie',
        'Range',
        'If-Match',
        'Accept-Encoding',
        'X-HTTP-Method-Override',
        'Content-Encoding',
      ]),
      headerText(anyText(random)),
    ];
}

function bodyOf({ body }: ApiOperation, random: Random, words: Dictionary): Buffer {
  if (!body) return random.happens(0.95) ? Buffer.alloc(0) : jsonOf(anyText(random), random);
  let value = valueOf(body, random, words);
  for (let breaks = random.pick([0, 0, 0, 1, 2]); breaks > 0; breaks--)
    value = broken(value, random);
  return jsonOf(value, random);
}

/** As a browser encodes, lone surrogates too. */
export const encoded = (text: string): string => encodeURIComponent(text.toWellFormed());
