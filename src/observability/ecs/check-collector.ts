import { formatPath } from "../../path.js";
import { error, type Problem } from "../../problem.js";
import type { CollectorRequest } from "../collector-host.js";

/** What a collector may not be where it runs on Fargate behind a load balancer. */
export function checkCollectorOnEcs({ collector, config, at }: CollectorRequest): Problem[] {
	const block = at.slice(0, -2);
	const host = formatPath(at);
	const { protocol, tls } = collector;
	return [
		...(config
			? []
			: [
					error(
						"collector-without-sinks",
						[...block, "sinks"],
						`is missing, so that ${host} would run a collector that sends nowhere; give the sinks, or the endpoint of a collector of your own`,
					),
				]),
		...(protocol === "grpc"
			? [
					error(
						"collector-protocol",
						[...block, "protocol"],
						`is grpc, and the load balancer of ${host} takes OTLP over HTTP; take http/protobuf`,
					),
				]
			: []),
		...(tls
			? [
					error(
						"collector-tls-twice",
						[...block, "tls"],
						`names files on the collector's machine, and ${host} has none: TLS ends at the load balancer; leave it out`,
					),
				]
			: []),
	];
}
