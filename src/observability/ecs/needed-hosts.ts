import { type Destination, exact, ofUrl, subdomains } from "../../egress/destination.js";
import { compareHosts } from "../../egress/order.js";
import { type EgressHost, formatAddress, type Operator, type Reason } from "../../egress/plan.js";
import { sinks } from "../tier.js";
import { type Image, parseImage, privateRepository } from "./image.js";
import { type EcsRequest, isKnown } from "./request.js";

/** Hosts that the collector itself reaches, and what no host says. */
export interface NeededHosts {
	readonly hosts: readonly EgressHost[];
	readonly notes: readonly string[];
}

interface Need extends Pick<Reason, "feature" | "because" | "ifDenied" | "source"> {
	readonly operator: Operator;
	readonly to: readonly Destination[];
}

const notStarted = "No task of the collector starts.";

/** What tasks reach: sinks, the image's registry, and AWS. No device needs any of it. */
export function neededHosts(request: EcsRequest, of: { readonly image: string; readonly bucket: string }): NeededHosts {
	const registry = registryOf(of.image);
	const needs = [...ofSinks(request), registry.need, ...ofAws(request, of.bucket)];
	const late = isKnown(of.bucket)
		? []
		: [
				`the bucket of the configuration gets its name when it is created: of the hosts below s3.${request.ecs.region}.amazonaws.com it is the one that the output bucket names`,
			];
	return { hosts: merged(needs), notes: [...registry.notes, ...late] };
}

function ofSinks({ collector }: EcsRequest): Need[] {
	return sinks.flatMap((sink) => {
		const endpoint = collector.sinks?.[sink]?.endpoint;
		if (endpoint === undefined) return [];
		return [
			{
				feature: "collector-sink",
				because: `where the collector sends ${sink} to`,
				ifDenied: "The collector keeps what it cannot send for five minutes, and then drops it.",
				operator: "organization" as const,
				source: "https://github.com/open-telemetry/opentelemetry-collector/tree/main/exporter/otlphttpexporter",
				to: ofUrl(endpoint),
			},
		];
	});
}

const services = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html";

function ofAws({ ecs: { region, secrets } }: EcsRequest, bucket: string): Need[] {
	const host = (service: string) => `${service}.${region}.amazonaws.com`;
	const need = (because: string, to: Destination): Need => ({
		feature: "collector-aws",
		because,
		ifDenied: notStarted,
		operator: "third-party",
		source: services,
		to: [to],
	});
	return [
		need("what the collector says of itself goes to CloudWatch", exact(host("logs"))),
		need(
			"the collector's configuration is an object of S3",
			isKnown(bucket) ? exact(`${bucket}.${host("s3")}`) : subdomains(host("s3")),
		),
		...(secrets ? [need("secrets of the collector are read at its start", exact(host("secretsmanager")))] : []),
	];
}

/** Registries whose operator says where layers come from. */
const registries: Readonly<Record<string, { readonly hosts: readonly string[]; readonly source: string }>> = {
	"ghcr.io": {
		hosts: ["ghcr.io", "pkg-containers.githubusercontent.com"],
		source: "https://docs.github.com/en/actions/reference/runners/self-hosted-runners",
	},
	"docker.io": {
		hosts: [
			"auth.docker.io",
			"docker-images-prod.6aa30f8b08e16409b46e0173d6de2f56.r2.cloudflarestorage.com",
			"production.cloudflare.docker.com",
			"production.cloudfront.docker.com",
			"registry-1.docker.io",
		],
		source: "https://docs.docker.com/desktop/setup/allow-list/",
	},
};

function registryOf(image: string): { readonly need: Need; readonly notes: readonly string[] } {
	const { registry = "docker.io" } = parseImage(image) ?? ({} as Partial<Image>);
	const need = (hosts: readonly string[], source: string): Need => ({
		feature: "collector-image",
		because: "the collector's image is pulled at each start of a task",
		ifDenied: notStarted,
		operator: "third-party",
		source,
		to: hosts.map((host) => {
			const [name = "", port] = host.split(":");
			return exact(name, port === undefined ? 443 : Number(port));
		}),
	});
	const repository = privateRepository(image);
	if (repository) {
		const { region } = repository;
		const layers = `prod-${region}-starport-layer-bucket.s3.${region}.amazonaws.com`;
		const source = "https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html";
		return { need: need([`api.ecr.${region}.amazonaws.com`, registry, layers], source), notes: [] };
	}
	const known = Object.hasOwn(registries, registry) ? registries[registry] : undefined;
	if (known) return { need: need(known.hosts, known.source), notes: [] };
	const note = `layers of images of ${registry} may come from hosts that only its operator names; look at a pull, or copy the image to a repository of your own`;
	return { need: need([registry], "https://github.com/opencontainers/distribution-spec"), notes: [note] };
}

/** Each destination once, with every reason for it. */
function merged(needs: readonly Need[]): EgressHost[] {
	const hosts = new Map<string, EgressHost>();
	for (const { operator, to, ...why } of needs) {
		const reason: Reason = { ...why, key: null, requirement: "required" };
		for (const destination of to) {
			const address = formatAddress(destination);
			const before = hosts.get(address);
			hosts.set(address, {
				...destination,
				operator: before?.operator ?? operator,
				reasons: [...(before?.reasons ?? []), reason],
			});
		}
	}
	return [...hosts.values()].sort(compareHosts);
}
