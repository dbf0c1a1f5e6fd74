import { createHash } from 'node:crypto';
import { oneLine } from './plain-text.ts';

/** The limit of `NewArticle` in contract/news.yaml, in code points. */
const longest = 1000;

/**
 * What the paper knows an item by. An id that is an absolute URL, a tag URI or a registered URN is the only one of its kind in the
 * world; any other, one with a colon too, is so within its feed. Blanks do not tell two ids apart.
 */
export function sourceIdFor(feedName: string, id: string): string {
  const line = oneLine(id);
  return fit(isWorldwide(line) ? line : `${feedName}#${line}`);
}

/** The same by the former rule, for which every id with a scheme was worldwide; former-stories.ts says what for. */
export function formerSourceIdFor(feedName: string, id: string): string {
  return fit(/^[a-z][a-z\d+.-]*:/i.test(id) ? id : `${feedName}#${id}`);
}

function fit(name: string): string {
  // One line as `oneLine` leaves it is a text that the paper takes.
  const isFit = name.length <= longest && name === oneLine(name) && name.isWellFormed();
  return isFit ? name : `sha256:${createHash('sha256').update(name).digest('hex')}`;
}

function isWorldwide(id: string): boolean {
  if (/^urn:/i.test(id)) return isRegisteredUrn(id);
  return tagUri.test(id) || isAbsoluteUrl(id);
}

/** RFC 4151 section 2.1: an authority, a day on which it had that name, and whatever it likes. */
const tagUri = /^tag:([\w.+-]+@)?[\p{L}\d.-]+,\d{4}(-\d{2}){0,2}:/iu;

/** With a host; of a scheme that is no web's, with one that the whole world knows by that name. */
function isAbsoluteUrl(id: string): boolean {
  if (!/^[a-z][a-z\d+.-]*:\/\/./i.test(id) || !URL.canParse(id)) return false;
  const { protocol, hostname } = new URL(id);
  return /^https?:$/.test(protocol) ? hostname !== '' : /[^.]\.[^.]/.test(hostname);
}

/** RFC 8141 section 2: `urn:`, a namespace, and something within it. Informal namespaces are `urn-` and a number. */
function isRegisteredUrn(id: string): boolean {
  const namespace = /^urn:([a-z\d][a-z\d-]*):./i.exec(id)?.[1]?.toLowerCase();
  return namespace !== undefined && (namespaces.has(namespace) || /^urn-\d+$/.test(namespace));
}

/** The formal namespaces of https://www.iana.org/assignments/urn-namespaces as of July 2025. */
const namespaces = new Set(
  (
    '3gpp 3gpp2 adid alert bbf broadband-forum-org c2pa cablelabs ccsds cdx cgi clei csa cta ddi dev dgiwg doi dslforum-org ' +
    'dvb ebu eic eidr epc epcglobal etsi eurosystem example fdc fipa gdst geant globus gsma gvat hbbtv ieee ietf iptc isan ' +
    'isbn iso issn itu ivis knx lei lex liberty mace mef meta mpeg mrn nan nato nbn nena newsml nfc nzl oasis ogc ogf oid ' +
    'oipf oma onem2m onf pin pno publicid pwid reso s1000d schac service smpte stalwart swift thread tva uci ucode uic uuid ' +
    'web3d wmo xmlorg xmpp'
  ).split(' '),
);
