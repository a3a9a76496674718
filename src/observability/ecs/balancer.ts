import { outputOf } from "../../cloud/plan-resource.js";
import type { PlannedResource } from "../../cloud/planned-resource.js";
import { formatPath, type Path } from "../../path.js";
import type { LateReference } from "../../reference/reference.js";
import { ports } from "./defaults.js";
import { ecsResource } from "./ecs-resource.js";
import type { EcsProvision } from "./options.js";
import type { EcsRequest } from "./request.js";

/** What devices call. */
export interface PlannedBalancer {
	/** What its own name comes to, where devices call that. */
	readonly late: Readonly<Record<string, string>>;
	readonly targetGroupArn: string;
	/** Last what has to be there before a service takes calls; the record of the name comes after. */
	readonly resources: readonly PlannedResource[];
	readonly record: readonly PlannedResource[];
}

/** Where devices reach the load balancer: in clear it is no port that browsers take for a site. */
export function portOf({ address }: EcsRequest["ecs"]): number {
	return address ? 443 : ports.http;
}

/** Paths that the exporters of devices post to. https://opentelemetry.io/docs/specs/otlp/#otlphttp-request */
const signals = ["/v1/logs", "/v1/metrics", "/v1/traces"];

/** TLS 1.2 and 1.3. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html */
const tlsPolicy = "ELBSecurityPolicy-TLS13-1-2-2021-06";

/** Of what reaches the load balancer, posts of telemetry alone reach the collector. */
export function planBalancer({ ecs }: EcsRequest, groups: readonly string[]): PlannedBalancer {
	const { vpcId, region, tags = {}, address } = ecs;
	const balancer = ecsResource("AWS::ElasticLoadBalancingV2::LoadBalancer", "balancer", {
		namePrefix: "cowork",
		loadBalancerType: "application",
		internal: ecs.access !== "internet",
		subnets: [...(ecs.balancerSubnetIds ?? ecs.subnetIds)],
		securityGroups: [...groups],
		dropInvalidHeaderFields: true,
		tags,
		region,
	});
	const targets = ecsResource("AWS::ElasticLoadBalancingV2::TargetGroup", "targets", {
		namePrefix: "cowork",
		vpcId,
		targetType: "ip",
		protocol: "HTTP",
		port: ports.http,
		healthCheck: { protocol: "HTTP", port: String(ports.health), path: "/", matcher: "200" },
		tags,
		region,
	});
	const refusal = { contentType: "text/plain", statusCode: "404" };
	const listener = ecsResource("AWS::ElasticLoadBalancingV2::Listener", "listener", {
		loadBalancerArn: outputOf(balancer, "arn"),
		port: portOf(ecs),
		protocol: address ? "HTTPS" : "HTTP",
		sslPolicy: address && tlsPolicy,
		certificateArn: address?.certificateArn,
		defaultActions: [{ type: "fixed-response", fixedResponse: refusal }],
		tags,
		region,
	});
	const rule = ecsResource("AWS::ElasticLoadBalancingV2::ListenerRule", "listener-rule", {
		listenerArn: outputOf(listener, "arn"),
		priority: 1,
		conditions: [{ pathPattern: { values: signals } }, { httpRequestMethod: { values: ["POST"] } }],
		actions: [{ type: "forward", targetGroupArn: outputOf(targets, "arn") }],
		tags,
		region,
	});
	return {
		late: address ? {} : { [ownName]: `http://${outputOf(balancer, "dnsName")}:${ports.http}` },
		targetGroupArn: outputOf(targets, "arn"),
		resources: [balancer, targets, listener, rule],
		record: recordOf(ecs, balancer),
	};
}

/** Name of the value that is known once the load balancer is. */
const ownName = "collector.endpoint";

/** Base address that devices send to. */
export function endpointOf({ address }: EcsProvision, at: Path): string | LateReference {
	if (address) return `https://${address.name}`;
	const words = "the address of the collector's load balancer";
	return { fromCloud: { name: ownName, words, instead: formatPath([...at, "address"]) } };
}

function recordOf({ address }: EcsRequest["ecs"], balancer: PlannedResource): PlannedResource[] {
	if (address?.zoneId === undefined) return [];
	const alias = {
		name: outputOf(balancer, "dnsName"),
		zoneId: outputOf(balancer, "zoneId"),
		evaluateTargetHealth: false,
	};
	const record = { zoneId: address.zoneId, name: address.name, type: "A" as const, aliases: [alias] };
	return [ecsResource("AWS::Route53::RecordSet", "record", record, { name: address.name })];
}
