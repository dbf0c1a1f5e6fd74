import { TestBed } from '@angular/core/testing';
import { encode } from 'uqr';
import { present } from '../../testing/present';
import { settled } from '../../testing/settled';
import { authenticatorAddress, inGroups } from './authenticator-address';
import { QrCode } from './qr-code';

describe('QrCode', () => {
  it('draws each dark module, no other, and a white margin, without a style attribute', async () => {
    const text = authenticatorAddress('Presspass', 'reader@presspass.test', 'JBSWY3DPEHPK3PXP');
    const fixture = TestBed.createComponent(QrCode);
    fixture.componentRef.setInput('text', text);
    fixture.componentRef.setInput('label', 'A code');
    await settled(fixture);
    const svg = present((fixture.nativeElement as HTMLElement).querySelector('svg'));
    const { data, size } = encode(text, { ecc: 'M', border: 4 });
    expect(svg.getAttribute('viewBox')).toBe(`0 0 ${String(size)} ${String(size)}`);
    expect(svg.outerHTML).not.toContain('style=');
    const drawn = data.map((row) => row.map(() => false));
    const runs =
      svg
        .querySelector('path')
        ?.getAttribute('d')
        ?.matchAll(/M(\d+) (\d+)h(\d+)/g) ?? [];
    for (const [, x, y, length] of runs)
      for (let step = 0; step < Number(length); step++)
        present(drawn[Number(y)])[Number(x) + step] = true;
    expect(drawn).toEqual(data);
    expect(data.slice(0, 4).flat()).not.toContain(true);
  });
});

describe('authenticatorAddress', () => {
  it('survives addresses with signs in them', () => {
    const url = new URL(authenticatorAddress('Presspass', 'a+b&c=d@e.test', 'ABCD'));
    expect(url.protocol).toBe('otpauth:');
    expect(decodeURIComponent(url.pathname)).toContain('Presspass:a+b&c=d@e.test');
    expect([...url.searchParams]).toEqual([
      ['secret', 'ABCD'],
      ['issuer', 'Presspass'],
    ]);
  });

  it('has a secret that one can type', () => {
    expect(inGroups('ABCDEFGHIJ')).toBe('ABCD EFGH IJ');
  });
});
