import { DetectError, MalformedError, parseFeed } from 'feedsmith';
import { feedProblem } from './feed-problem.ts';

/** A text of a feed, and whether it is HTML. RSS does not say which it is, so its texts count as HTML. */
export interface FeedText {
  text: string;
  kind: 'html' | 'plain';
}

/** One item of a feed, RSS and Atom alike; what is missing is left out. */
export interface FeedItem {
  title?: FeedText | undefined;
  /** The short text. */
  summary?: FeedText | undefined;
  /** The whole text. */
  content?: FeedText | undefined;
  /** What the feed calls the item, or else where the item is. */
  id?: string | undefined;
  /** When it was published, or else changed, as the feed writes it: the one to take first. */
  dates: string[];
  author?: string | undefined;
  categories: string[];
}

/** A feed. `name` tells it from other feeds and stays the same when the feed moves. */
export interface Feed {
  title: string;
  name: string;
  items: FeedItem[];
}

/**
 * Reads RSS 0.9x, 1.0 and 2.0 and Atom. The parser expands no entities that a document declares, and fetches nothing.
 * Throws `StartUpProblem` for anything else.
 */
export function feedIn(source: string, text: string): Feed {
  const { format, feed } = parsed(source, text);
  if (format === 'rss') return fromRss(feed);
  if (format === 'atom') return fromAtom(feed);
  if (format === 'rdf') return fromRdf(feed);
  throw feedProblem(source, 'it is neither RSS 2.0 nor Atom.');
}

function parsed(source: string, text: string): ReturnType<typeof parseFeed> {
  try {
    return parseFeed(text);
  } catch (failure) {
    if (failure instanceof MalformedError) throw feedProblem(source, 'its XML is broken.');
    if (!(failure instanceof DetectError)) throw failure;
    // Most often somebody has taken the site's address for its feed's.
    const isPage = /^\s*(<!doctype html|<html)/i.test(text);
    throw feedProblem(
      source,
      isPage
        ? 'it is a web page. Look in the page for the address of its feed.'
        : 'it is neither RSS 2.0 nor Atom.',
    );
  }
}

type RssFeed = Extract<ReturnType<typeof parseFeed>, { format: 'rss' }>['feed'];
type RdfFeed = Extract<ReturnType<typeof parseFeed>, { format: 'rdf' }>['feed'];
type AtomFeed = Extract<ReturnType<typeof parseFeed>, { format: 'atom' }>['feed'];

function fromRss({ title = '', link, items = [] }: RssFeed): Feed {
  return {
    title,
    name: link ?? title,
    items: items.map((item) => ({
      title: html(item.title),
      summary: html(item.description),
      content: html(item.content?.encoded),
      id: item.guid?.value ?? item.link,
      dates: datesIn(
        item.pubDate,
        item.dc?.dates,
        item.dcterms?.issued,
        item.dcterms?.created,
        item.atom?.published,
        item.atom?.updated,
      ),
      author: item.dc?.creators?.[0] ?? item.authors?.[0]?.name,
      categories: present((item.categories ?? []).map(({ name }) => name)),
    })),
  };
}

/** RSS 1.0 (https://web.resource.org/rss/1.0/spec), and 0.90. */
function fromRdf({ title = '', link, items = [] }: RdfFeed): Feed {
  return {
    title,
    name: link ?? title,
    items: items.map((item) => ({
      title: html(item.title),
      summary: html(item.description),
      content: html(item.content?.encoded),
      id: item.rdf?.about ?? item.link,
      dates: datesIn(item.dc?.dates, item.dcterms?.issued, item.dcterms?.created),
      author: item.dc?.creators?.[0],
      categories: item.dc?.subjects ?? [],
    })),
  };
}

function fromAtom({ id, title, entries = [] }: AtomFeed): Feed {
  const name = title?.value ?? '';
  return {
    title: name,
    name: id ?? name,
    items: entries.map((entry) => ({
      title: atomText(entry.title),
      summary: atomText(entry.summary),
      content: atomText(entry.content),
      id: entry.id ?? entry.links?.[0]?.href,
      dates: datesIn(entry.published, entry.updated, entry.dc?.dates),
      author: entry.authors?.[0]?.name,
      categories: present((entry.categories ?? []).flatMap(({ term, label }) => [term, label])),
    })),
  };
}

const html = (text: string | undefined): FeedText | undefined =>
  text === undefined ? undefined : { text, kind: 'html' };

/** Undefined for what is no text: a picture, another kind of XML, or something that is elsewhere (RFC 4287 section 4.1.3). */
function atomText(construct: AtomText | undefined): FeedText | undefined {
  if (construct?.value === undefined || construct.src !== undefined) return undefined;
  const kind = kindOf(construct.type);
  return kind && { text: construct.value, kind };
}

/** RFC 4287 section 3.1.1: plain unless it says otherwise; Atom 0.3 and some of 1.0 name media types. */
function kindOf(type = 'text'): FeedText['kind'] | undefined {
  const [essence = ''] = type.toLowerCase().split(';', 1);
  if (/^\s*((text\/)?x?html|application\/xhtml\+xml)\s*$/.test(essence)) return 'html';
  return !essence.includes('/') || /^\s*text\/(?!xml\s*$)/.test(essence) ? 'plain' : undefined;
}

interface AtomText {
  value?: string | undefined;
  type?: string | undefined;
  src?: string | undefined;
}

/** The parser can be told to read dates itself, so its types say nothing of them. */
const datesIn = (...dates: unknown[]): string[] =>
  dates.flat().filter((date) => typeof date === 'string');

const present = (names: readonly (string | undefined)[]): string[] =>
  names.filter((name) => name !== undefined);
