import { apiOriginOf } from './api-origin';

describe('the origin of the API', () => {
  for (const origin of [
    'https://api.example.com',
    'https://api.example.com:8443',
    'http://localhost:4300',
    'http://127.0.0.1',
    'http://[::1]:4300',
  ])
    it(`may be ${origin}`, () => {
      expect(apiOriginOf(origin)).toBe(origin);
    });

  for (const address of [
    '',
    'api.example.com',
    'https://api.example.com/',
    'https://api.example.com/api',
    'https://api.example.com:443',
    'https://API.example.com',
    'https://somebody@api.example.com',
    '*',
  ])
    it(`is not "${address}", and the app does not start with it`, () => {
      expect(() => apiOriginOf(address)).toThrowError(TypeError, /is no origin/);
    });

  for (const address of [
    'http://api.example.com',
    'http://localhost.evil.test',
    'http://127.0.0.1.evil.test',
    'ws://localhost:4300',
  ])
    it(`is not ${address}: nobody sends tokens in the clear`, () => {
      expect(() => apiOriginOf(address)).toThrowError(TypeError, /in the clear/);
    });
});
