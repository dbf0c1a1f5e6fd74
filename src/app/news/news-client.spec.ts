import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { ApiProblem } from '../shared/api-problem';
import { NewsClient } from './news-client';

describe('NewsClient', () => {
  let client: NewsClient;
  let http: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting()],
    });
    client = TestBed.inject(NewsClient);
    http = TestBed.inject(HttpTestingController);
  });

  afterEach(() => {
    http.verify();
  });

  it('asks for the first page by the address that is sent along with the front page', () => {
    void client.listNews({ limit: 22 });

    http.expectOne('/api/news?limit=22').flush({ items: [] });
  });

  it('escapes an id, so that it cannot leave its place in the path', () => {
    void client.deleteArticle('../me?x=#');

    const { method } = http.expectOne('/api/news/..%2Fme%3Fx%3D%23').request;
    expect(method).toBe('DELETE');
  });

  for (const [status, kind, words] of [
    [0, 'unreachable', /cannot be reached/],
    [401, 'signed-out', /session has ended/],
    [403, 'forbidden', /Only editors/],
    [404, 'not-found', /Only editors/],
    [400, 'invalid', /Only editors.*Reload the page.*number 400/],
    [405, 'invalid', /Only editors.*number 405/],
    [408, 'unreachable', /cannot be reached/],
    [413, 'invalid', /more than the paper takes/],
    [414, 'invalid', /longer than the paper takes/],
    [418, 'invalid', /Only editors.*number 418/],
    [431, 'long-token', /very many groups/],
    [494, 'long-token', /very many groups/],
    [429, 'busy', /Wait a moment/],
    [500, 'broken', /our side/],
    [504, 'broken', /our side/],
  ] as const) {
    it(`tells a status of ${status} in words: ${kind}`, async () => {
      const answer = client.readArticle('a').catch((error: unknown) => error);

      const request = http.expectOne('/api/news/a');
      if (status === 0) request.error(new ProgressEvent('error'));
      else request.flush({ message: 'Only editors may do this.' }, { status, statusText: 'x' });

      const problem = await answer;
      expect(problem).toBeInstanceOf(ApiProblem);
      expect((problem as ApiProblem).kind).toBe(kind);
      expect((problem as ApiProblem).message).toMatch(words);
    });
  }

  it('survives an answer that is no problem document', async () => {
    const answer = client.readArticle('a').catch((error: unknown) => error);

    http.expectOne('/api/news/a').flush('<html>', { status: 400, statusText: 'Bad Request' });

    expect((await answer) as ApiProblem).toEqual(jasmine.objectContaining({ kind: 'invalid' }));
  });
});
