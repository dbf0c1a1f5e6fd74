import { PLATFORM_ID } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Dates, TIME_ZONE } from './dates';
import { PaperTime } from './ui/paper-time';

const evening = new Date('2026-11-20T18:45:15Z');

describe('times', () => {
  for (const [zone, minute, day, second] of [
    ['UTC', '20 November at 18:45', 'Friday, 20', '20 November 2026 at 18:45:15 UTC'],
    [
      'Asia/Kolkata',
      '21 November at 00:15',
      'Saturday, 21',
      '21 November 2026 at 00:15:15 GMT+5:30',
    ],
    [
      'Asia/Kathmandu',
      '21 November at 00:30',
      'Saturday, 21',
      '21 November 2026 at 00:30:15 GMT+5:45',
    ],
    [
      'Pacific/Honolulu',
      '20 November at 08:45',
      'Friday, 20',
      '20 November 2026 at 08:45:15 GMT-10',
    ],
  ] as const)
    it(`are those of the reader in ${zone}`, () => {
      TestBed.configureTestingModule({ providers: [{ provide: TIME_ZONE, useValue: zone }] });
      const dates = TestBed.inject(Dates);
      expect(dates.inWords(evening, 'minute')).toBe(minute);
      expect(dates.inWords(evening, 'day')).toBe(`${day} November 2026`);
      expect(dates.inWords(evening, 'second')).toBe(second);
    });

  it('keep the instant for machines', () => {
    TestBed.configureTestingModule({ providers: [{ provide: TIME_ZONE, useValue: 'Asia/Tokyo' }] });
    const fixture = TestBed.createComponent(PaperTime);
    fixture.componentRef.setInput('iso', '2026-11-20T18:45:15Z');
    fixture.componentRef.setInput('detail', 'year');
    fixture.detectChanges();
    const time = (fixture.nativeElement as HTMLElement).querySelector('time');
    expect(time?.textContent).toBe('21 November 2026 at 03:45');
    expect(time?.dateTime).toBe('2026-11-20T18:45:15Z');
  });

  it('are in the zone of the device, unless a server renders them', () => {
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    expect(TestBed.inject(TIME_ZONE)).toBe(timeZone);
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({ providers: [{ provide: PLATFORM_ID, useValue: 'server' }] });
    expect(TestBed.inject(TIME_ZONE)).toBe('UTC');
    expect(TestBed.inject(Dates).zoneInWords).toBe('All times are UTC.');
  });

  it('are UTC on a device whose zone its browser does not know', () => {
    const resolved = new Intl.DateTimeFormat().resolvedOptions();
    spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').and.returnValue({
      ...resolved,
      timeZone: 'Etc/Nowhere',
    });
    expect(TestBed.inject(TIME_ZONE)).toBe('UTC');
  });

  it('say whose they are', () => {
    TestBed.configureTestingModule({
      providers: [{ provide: TIME_ZONE, useValue: 'America/Los_Angeles' }],
    });
    expect(TestBed.inject(Dates).zoneInWords).toBe(
      'All times are in your time zone, Pacific Time.',
    );
  });
});
