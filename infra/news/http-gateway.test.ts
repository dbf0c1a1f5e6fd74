import { Match } from 'aws-cdk-lib/assertions';
import { deepEqual, doesNotMatch, equal, ok } from 'node:assert/strict';
import { suite, test } from 'node:test';
import { allowedHeaders } from '../../contract/cross-origin.ts';
import { resourcesOf } from '../testing/resources.ts';
import { synthesised } from '../testing/synthesis.ts';

const { news } = synthesised({ machines: 'all', gateway: 'http' });

suite('the HTTP API', () => {
  test('lets pages of other origins send a token, and read its refusals', () => {
    news.hasResourceProperties('AWS::ApiGatewayV2::Api', {
      CorsConfiguration: {
        AllowOrigins: ['*'],
        AllowHeaders: [...allowedHeaders],
        AllowMethods: Match.arrayWith(['GET', 'POST', 'DELETE', 'OPTIONS']),
      },
    });
  });

  test('is throttled, signing in most of all, once the routes are there', () => {
    const [stage] = resourcesOf<HttpStage>(news, 'AWS::ApiGatewayV2::Stage');
    equal(stage?.properties.StageName, '$default');
    equal(stage.properties.DefaultRouteSettings.ThrottlingRateLimit, 1000);
    doesNotMatch(JSON.stringify(stage.properties), /DetailedMetricsEnabled":true/);
    const signIn = stage.properties.RouteSettings['POST /api/user-sign-in'];
    equal(signIn?.ThrottlingRateLimit, 20);
    const routes = resourcesOf(news, 'AWS::ApiGatewayV2::Route');
    ok(routes.every(({ id }) => stage.dependsOn.includes(id)));
  });

  test('hands the functions payload format 2.0', () => {
    const integrations = resourcesOf<{ PayloadFormatVersion: string }>(
      news,
      'AWS::ApiGatewayV2::Integration',
    );
    equal(integrations.length, 12);
    for (const { properties } of integrations) equal(properties.PayloadFormatVersion, '2.0');
  });

  test('lets a token pass only when it is for an app client of its pool', () => {
    const authorizers = resourcesOf<{ JwtConfiguration: { Audience: unknown[] } }>(
      news,
      'AWS::ApiGatewayV2::Authorizer',
    );
    deepEqual(
      authorizers.map(({ properties }) => properties.JwtConfiguration.Audience.length),
      [3, 3, 3],
    );
  });
});

interface RouteSettings {
  ThrottlingRateLimit: number;
}

interface HttpStage {
  StageName: string;
  DefaultRouteSettings: RouteSettings;
  RouteSettings: Record<string, RouteSettings>;
}
