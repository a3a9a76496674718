import type { SecretReference } from "../reference/reference.js";
import type { EcsProvision } from "./ecs/options.js";
import type { Phase } from "./phase.js";
import type { Sink, Tier } from "./tier.js";

/** What is known of people in telemetry: who they are, a pseudonym, or nothing. */
export type People = "named" | "pseudonymous" | "none";

/** From most to least. */
export const peopleForms: readonly People[] = ["named", "pseudonymous", "none"];

export const defaultPeople: People = "pseudonymous";

/** The header of a credential. */
export const defaultHeader = "Authorization";

/** What a deployment sends to the organisation's collector, and who may read it. */
export interface Observability<Secret = SecretReference, Provision = CollectorProvision> {
	/** How much content is captured: none, what tools are called with, also what they give back, or everything. */
	readonly tier: Tier;
	/** Where devices send to, and what is behind it. */
	readonly collector: Collector<Secret, Provision>;
	/** Who answers for what. @default - nobody, which no tier with content takes */
	readonly owners?: Owners;
	/** How long stores keep what they get, in days. @default - nothing is said, which no tier with content takes */
	readonly retention?: Retention;
	/** What is known of people outside of the store for content. @default "pseudonymous" */
	readonly people?: People;
	/** Resource attributes of every device, by name. @default - those of the deployment and the group alone */
	readonly attributes?: Readonly<Record<string, string>>;
	/** How far the rollout has come. @default - all of it */
	readonly phase?: Phase;
	/** What detections take for approved. @default - nothing is */
	readonly approved?: Approved;
}

/** What differs for one group. */
export interface GroupObservability {
	/** @default - the deployment's */
	readonly tier?: Tier;
	/** Resource attributes of the group's devices, over the deployment's. @default - the deployment's */
	readonly attributes?: Readonly<Record<string, string>>;
}

/** The place that a collector is created in. */
export interface CollectorProvision {
	/** On Amazon ECS with Fargate, behind a load balancer. */
	readonly ecs: EcsProvision;
}

/** A collector, one's own or one that is configured here. */
export interface Collector<Secret = SecretReference, Provision = CollectorProvision> {
	/** Base address that devices send to, without /v1/logs. @default - that of the collector which `provision` creates */
	readonly endpoint?: string;
	/** Where the collector is created. @default - it is one's own, at `endpoint` */
	readonly provision?: Provision;
	/** Protocol of the export. @default "http/protobuf" */
	readonly protocol?: "http/protobuf" | "http/json" | "grpc";
	/** What tells devices from others. @default - nothing, which no collector with sinks takes */
	readonly auth?: CollectorAuth<Secret>;
	/** Files on the collector's machine. @default - TLS ends before the collector */
	readonly tls?: CollectorTls;
	/** Where the collector sends to, by signal. @default - no configuration of a collector is written */
	readonly sinks?: Sinks<Secret>;
	/** Share of traces that is kept, in percent. @default 100 */
	readonly traceSamplingPercentage?: number;
	/** @default - 512 MiB of memory, requests of up to 20 MiB */
	readonly limits?: CollectorLimits;
}

/** A header with a credential that devices send. */
export interface CollectorAuth<Secret = SecretReference> {
	/** @default "Authorization" */
	readonly header?: string;
	/** The whole value of the header. */
	readonly token: Secret;
	/** Program on devices that prints the header as JSON, so that no profile carries it. @default - the profile does */
	readonly helper?: string;
	/** The same program where devices have Windows. @default - `helper` */
	readonly windowsHelper?: string;
}

export interface CollectorTls {
	/** Certificate in PEM. */
	readonly certificate: string;
	/** Key in PEM. */
	readonly key: string;
	/** Certificates in PEM that a client's has to come from. @default - clients need none */
	readonly clientCa?: string;
}

export interface Sinks<Secret = SecretReference> {
	/** Numbers over time. */
	readonly metrics?: SinkOptions<Secret>;
	/** Events, for a SIEM. */
	readonly events?: SinkOptions<Secret>;
	/** Traces without content. */
	readonly traces?: SinkOptions<Secret>;
	/** A store of content that few people read. */
	readonly content?: SinkOptions<Secret>;
}

export interface SinkOptions<Secret = SecretReference> {
	/** Base address that takes OTLP over HTTP. */
	readonly endpoint: string;
	/** Headers of every request. @default - none */
	readonly headers?: Readonly<Record<string, string | Secret>>;
}

export interface CollectorLimits {
	/** In MiB. @default 512 */
	readonly memory?: number;
	/** Of one request, in MiB. @default 20 */
	readonly request?: number;
}

/** Teams or addresses. */
export interface Owners {
	/** Who runs alerts and the SIEM. */
	readonly securityOperations?: string;
	/** Who runs the collector and what devices get. */
	readonly platform?: string;
	/** Who decides which content is captured. */
	readonly privacy?: string;
	/** Who writes detections. */
	readonly detections?: string;
	/** Who may read content. */
	readonly readers?: readonly string[];
}

/** In days. */
export interface Retention {
	/** Of what holds no content. */
	readonly metadata?: number;
	/** Of content; not longer. */
	readonly content?: number;
}

/** How many days a sink keeps what it gets; undefined where nothing is said. */
export function daysKept({ retention = {} }: Observability<unknown>, sink: Sink): number | undefined {
	return sink === "content" ? retention.content : retention.metadata;
}

/** What the deployment approves of, for detections. */
export interface Approved {
	/** Scopes of MCP servers. @default ["managed"] */
	readonly mcpScopes?: readonly string[];
	/** MCP servers by name, beside those that a group gets. @default - none */
	readonly mcpServers?: readonly string[];
	/** Marketplaces of plug-ins, by name, beside the vendor's own. @default - none */
	readonly marketplaces?: readonly string[];
	/** Values of the resource attribute `deployment.environment` where permissions may be bypassed. @default - none */
	readonly bypassEnvironments?: readonly string[];
	/** Values of the resource attribute `repository.tier` that mean a sensitive repository. @default ["sensitive"] */
	readonly sensitiveTiers?: readonly string[];
	/** Cost that one user may come to in an hour, in US dollars. @default 25 */
	readonly hourlyCost?: number;
}
