import { logGroupDays } from "../../cloud/log-group.js";
import { nearestName } from "../../nearest-name.js";
import { formatPath } from "../../path.js";
import { below, error, type Problem, warning } from "../../problem.js";
import { collectorVariables } from "../collector/collector-config.js";
import type { CollectorRequest } from "../collector-host.js";
import { defaultCpu, defaultImage, defaultMemory } from "./defaults.js";
import { parseImage } from "./image.js";
import type { EcsProvision } from "./options.js";

/** What is wrong with what runs. */
export function checkTask(request: CollectorRequest, ecs: EcsProvision): Problem[] {
	const problems = [
		...checkSize(ecs),
		...checkLimit(request, ecs),
		...checkImage(request, ecs),
		...checkSecrets(request, ecs),
		...checkDays(ecs),
	];
	return problems.map((problem) => below(request.at, problem));
}

/** MiB of memory by CPU units: least, most and step. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html */
const sizes: Readonly<Record<number, readonly number[]>> = {
	256: [512, 1024, 2048],
	512: steps(1024, 4096, 1024),
	1024: steps(2048, 8192, 1024),
	2048: steps(4096, 16_384, 1024),
	4096: steps(8192, 30_720, 1024),
	8192: steps(16_384, 61_440, 4096),
	16384: steps(32_768, 122_880, 8192),
};

function steps(least: number, most: number, step: number): readonly number[] {
	return Array.from({ length: (most - least) / step + 1 }, (_, index) => least + index * step);
}

function checkSize({ cpu = defaultCpu, memory = defaultMemory }: EcsProvision): Problem[] {
	const memories = sizes[cpu];
	if (!memories)
		return [error("task-size", ["cpu"], `is none of Fargate's; expected ${Object.keys(sizes).join(", ")}`)];
	if (memories.includes(memory)) return [];
	const [least, second = 0] = memories;
	const expected =
		memories.length === 3 ? memories.join(", ") : `${least} to ${memories.at(-1)} in steps of ${second - (least ?? 0)}`;
	return [error("task-size", ["memory"], `does not go with ${cpu} CPU units on Fargate; expected ${expected}`)];
}

/** The limiter has to speak before Fargate ends the task. */
function checkLimit({ collector, at }: CollectorRequest, { memory = defaultMemory }: EcsProvision): Problem[] {
	const limit = collector.limits?.memory ?? 512;
	if (limit <= memory * 0.8) return [];
	const other = formatPath([...at.slice(0, -2), "limits", "memory"]);
	const message = `is ${memory} MiB, and ${other} lets the collector have ${limit}; give the task a fourth more than that, or lower the limit`;
	return [error("collector-memory", ["memory"], message)];
}

/** Distributions without the transform processor or without S3. https://github.com/open-telemetry/opentelemetry-collector-releases */
const lacking = ["opentelemetry-collector", "opentelemetry-collector-otlp", "opentelemetry-collector-ebpf-profiler"];

function checkImage({ takesContent }: CollectorRequest, { image = defaultImage }: EcsProvision): Problem[] {
	const at = ["image"];
	const parsed = parseImage(image);
	if (!parsed)
		return [error("image", at, "is no reference to an image; expected one such as registry/repository:version")];
	const { repository, tag, digest } = parsed;
	const distribution = repository.slice(repository.lastIndexOf("/") + 1);
	if (lacking.includes(distribution)) {
		const message =
			"is a distribution without the components of the configuration; take opentelemetry-collector-contrib";
		return [error("image-without-components", at, message)];
	}
	if (digest !== undefined) return [];
	if (tag === undefined || !/\d/.test(tag)) {
		return [
			error(
				"image-not-pinned",
				at,
				"names no version, so that another collector may start tomorrow; add one, or a digest",
			),
		];
	}
	const movable =
		"is named by a version, which whoever runs the registry can move, and the collector gets content; add the digest";
	return takesContent ? [warning("image-by-version", at, movable)] : [];
}

/** Each variable of the configuration has a secret, and no other stands in the task. */
function checkSecrets({ config }: CollectorRequest, { secrets = {} }: EcsProvision): Problem[] {
	if (!config) return [];
	const variables = collectorVariables(config);
	const missing = variables.filter((name) => !Object.hasOwn(secrets, name));
	const unknown = Object.keys(secrets).filter((name) => !variables.includes(name));
	return [
		...missing.map((name) =>
			error(
				"missing",
				["secrets", name],
				"is missing, and the configuration reads it; give the secret of Secrets Manager that holds it",
			),
		),
		...unknown.map((name) => {
			const nearest = nearestName(name, missing);
			const instead = nearest === undefined ? "leave it out" : `did you mean ${nearest}?`;
			return error("unknown-variable", ["secrets", name], `is no variable that the configuration reads; ${instead}`);
		}),
	];
}

function checkDays({ logRetentionDays: days }: EcsProvision): Problem[] {
	if (days === undefined || logGroupDays.includes(days)) return [];
	return [error("log-retention", ["logRetentionDays"], `is none of CloudWatch's; expected ${logGroupDays.join(", ")}`)];
}
