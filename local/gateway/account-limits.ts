import type { TrafficLimits } from '../token-bucket.ts';

/**
 * What an AWS account has in most regions, for all its APIs together (AWS: "Amazon API Gateway quotas",
 * "Throttle requests to your REST APIs for better throughput").
 */
export const accountLimits: TrafficLimits = { rate: 10_000, burst: 5_000 };
