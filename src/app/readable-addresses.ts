import { Service } from '@angular/core';
import { DefaultUrlSerializer, type UrlTree } from '@angular/router';

/**
 * Reads addresses as Angular does, but takes none for another page's. By itself the router shows `/` for what it cannot
 * read, such as `/%`, and fails for an outlet that nobody has, such as `/(aux:x)`. Here no page has more than one outlet,
 * so parentheses are letters like any other, and what cannot be read is a path that no route has.
 */
@Service({ autoProvided: false })
export class ReadableAddresses extends DefaultUrlSerializer {
  override parse(address: string): UrlTree {
    const path = address.replace(/[?#].*$/s, '');
    const rest = address.slice(path.length);
    const plainPath = path.replaceAll('(', '%28').replaceAll(')', '%29');
    // What is wrong with the rest says nothing about the page.
    return this.read(plainPath + rest) ?? this.read(plainPath) ?? super.parse(asSegment(plainPath));
  }

  private read(address: string): UrlTree | null {
    try {
      return super.parse(address);
    } catch {
      // A percent sign that begins nothing.
      return null;
    }
  }
}

function asSegment(path: string): string {
  return `/${encodeURIComponent(path.replace(/^\//, ''))}`;
}
