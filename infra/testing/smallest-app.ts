/** The least that the CDK can be asked for, with the same flags and judges: what a synthesis takes before there is anything of ours. */
import { Stack } from 'aws-cdk-lib';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { judgedApp } from '../judged-app.ts';

const app = judgedApp();
new Topic(new Stack(app, 'Smallest'), 'Topic', { enforceSSL: true });
app.synth();
