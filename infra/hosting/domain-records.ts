import type { IDistribution } from 'aws-cdk-lib/aws-cloudfront';
import { ARecord, AaaaRecord, HostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import { Construct } from 'constructs';
import type { CustomDomain } from '../custom-domain.ts';

/** The app's own name in Route 53, for IPv4 and IPv6. */
export class DomainRecords extends Construct {
  constructor(scope: Construct, id: string, domain: CustomDomain, distribution: IDistribution) {
    super(scope, id);
    const zone = HostedZone.fromHostedZoneAttributes(this, 'Zone', {
      hostedZoneId: domain.hostedZoneId,
      // The zone's own name matters only where a record's name is not whole; these end with their dot.
      zoneName: domain.name,
    });
    const record = {
      zone,
      recordName: `${domain.name}.`,
      target: RecordTarget.fromAlias(new CloudFrontTarget(distribution)),
    };
    new ARecord(this, 'IPv4', record);
    new AaaaRecord(this, 'IPv6', record);
  }
}
