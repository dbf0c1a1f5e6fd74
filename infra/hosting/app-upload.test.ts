import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { suite, test } from 'node:test';
import { amplifyOutputs } from '../../contract/amplify-outputs.ts';
import { synthesisedWeb } from '../testing/web-template.ts';
import { appFolder } from '../testing/app-folder.ts';
import { cacheControl } from '../web/cache-rules.ts';
import { contentType } from '../web/content-types.ts';
import { builtFileGroups } from './built-app.ts';

const { template, configuration } = synthesisedWeb();

interface Upload {
  Properties: {
    Include: string[];
    Exclude: string[];
    Prune: boolean;
    SystemMetadata: { 'cache-control': string; 'content-type': string };
  };
  DependsOn?: string[];
}

const uploads = template.findResources('Custom::CDKBucketDeployment') as Record<string, Upload>;

function uploadOf(path: string): [string, Upload] {
  const [found, ...more] = Object.entries(uploads).filter(([, { Properties }]) =>
    Properties.Include.includes(path),
  );
  assert.ok(found, path);
  assert.deepEqual(more, [], path);
  return found;
}

suite('the upload', () => {
  test('stores each file once, with the caching and the type that the preview sends', () => {
    for (const path of [
      'index.html',
      'main-h2zbu8h6.js',
      'styles-5INURTSO.css',
      'desk.css',
      'favicon.svg',
      'media/serif-2XKQ2FZB.woff2',
      'amplify_outputs.json',
    ]) {
      const [, { Properties }] = uploadOf(path);
      assert.deepEqual(
        Properties.SystemMetadata,
        { 'cache-control': cacheControl(`/${path}`), 'content-type': contentType(path) },
        path,
      );
      assert.deepEqual(Properties.Exclude, ['*']);
    }
  });

  test('leaves what an open tab may still ask for', () => {
    for (const { Properties } of Object.values(uploads)) assert.equal(Properties.Prune, false);
  });

  test('brings the documents when everything that they ask for is there', () => {
    const [documents, { DependsOn = [] }] = uploadOf('index.html');
    for (const id of Object.keys(uploads)) {
      if (id !== documents) assert.ok(DependsOn.includes(id), id);
    }
  });

  test('makes one function for all, and one layer for that', () => {
    template.resourceCountIs('AWS::Lambda::LayerVersion', 1);
  });

  test('of no build says what to do', () => {
    assert.throws(() => builtFileGroups('nowhere/browser'), /no build .*nowhere.*npm run build/);
    assert.throws(() => builtFileGroups(`${appFolder}/media`), /npm run build/);
    assert.ok(statSync(appFolder).isDirectory());
  });
});

suite('the configuration of the app', () => {
  /** What CloudFormation fills in becomes `filled in`. */
  const filledIn = (text: string): unknown =>
    JSON.parse(text.replace(/<<marker:[^>]*>>/g, 'filled in'));

  const address = { region: 'eu-west-1', poolId: 'filled in', clientId: 'filled in' };

  const domainOf = (outputs: unknown): string =>
    (outputs as { auth: { oauth: { domain: string } } }).auth.oauth.domain;

  test('is the contract’s, without what only the stand-in has', () => {
    const outputs = filledIn(configuration);
    const domain = domainOf(outputs);
    assert.notEqual(domain, '');
    assert.deepEqual(
      outputs,
      JSON.parse(
        JSON.stringify(
          amplifyOutputs({
            ...address,
            domain,
            callbackUrls: [],
            logoutUrls: [],
            relyingPartyId: undefined,
          }),
        ),
      ),
    );
  });

  test('names the way back and passkeys once the address of the app is known', () => {
    const known = synthesisedWeb({ appOrigin: 'https://d111.cloudfront.net' });
    const outputs = filledIn(known.configuration);
    assert.deepEqual(
      outputs,
      amplifyOutputs({
        ...address,
        domain: domainOf(outputs),
        callbackUrls: ['https://d111.cloudfront.net/sign-in'],
        logoutUrls: ['https://d111.cloudfront.net/'],
        relyingPartyId: 'd111.cloudfront.net',
      }),
    );
  });
});
