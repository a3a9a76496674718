import { outputOf } from "../../../cloud/plan-resource.js";
import { line } from "../../../configuration/values/text.js";
import { error, type Problem } from "../../../problem.js";
import { flag, integer, late, object, textMatching } from "../../../shape/build.js";
import type { Member } from "../../../shape/shape.js";
import type { PlanPart } from "../../join-plans.js";
import { resource } from "../resource.js";
import type { AuditOptions, VertexFoundationOptions } from "./options.js";
import { aiplatform } from "./services.js";
import { unlessSettled } from "./settled.js";

/** https://cloud.google.com/logging/docs/routing/overview#destinations */
const destination = late(
	textMatching(
		"log-destination",
		/^(?:storage|bigquery|pubsub|logging)\.googleapis\.com\/[^\s]+$/,
		"is no destination of logs; expected one such as logging.googleapis.com/projects/example-logs/locations/global/buckets/audit",
	),
);

const bucket = object(
	{
		retentionDays: {
			shape: integer({ min: 1, max: 3650 }),
			summary: "Days that records are kept.",
			required: true,
		},
		location: { shape: line, summary: "Where it is, such as `eu` or `europe-west1`.", default: "global" },
		kmsKeyName: {
			shape: late(line),
			summary:
				"Key of the same location that encrypts it, by its resource name, once it lets the service account encrypt that `gcloud logging settings describe` prints; Google never lets go of one.",
			defaultNote: "Google's own",
		},
		isLocked: {
			shape: flag,
			summary:
				"Whether retention can never be shortened and the bucket not be deleted before it is empty, by anybody. Needs `lockAcknowledged`.",
			default: false,
		},
		lockAcknowledged: {
			shape: flag,
			summary: "Says that a lock that nobody can undo is meant.",
			default: false,
		},
		retainOnDelete: {
			shape: flag,
			summary: "Whether it stays, with its records, when the foundation goes.",
			default: true,
		},
	},
	{ name: "AuditBucketOptions", summary: "A log bucket for records of calls." },
);

/** Member of a foundation's options. */
export const audit: Member = {
	shape: object(
		{
			bucket: { shape: bucket, summary: "A log bucket that keeps the records.", defaultNote: "none" },
			destination: {
				shape: destination,
				summary: "Where else the records go, which exists: its owner lets the sink's writer in.",
				defaultNote: "nowhere else",
			},
		},
		{
			name: "AuditOptions",
			summary:
				"Records of who called what: of content there is nothing in them. The setting is the project's for Vertex AI as a whole. https://cloud.google.com/logging/docs/audit/configure-data-access",
		},
	),
	summary: "Records of every call of Vertex AI in the project.",
	defaultNote: "administrative changes alone are recorded, as Google does by itself",
};

/** Every kind of record that Google makes only where it is asked to. */
const logTypes = ["ADMIN_READ", "DATA_READ", "DATA_WRITE"] as const;
const bucketId = "cowork-audit";
const filter = `logName:"cloudaudit.googleapis.com" AND protoPayload.serviceName="${aiplatform}"`;

/** What records calls, and where the records go. */
export function planAudit({ projectId, audit: asked }: VertexFoundationOptions, after: readonly string[]): PlanPart[] {
	if (!asked) return [];
	const config = resource(
		"cloudresourcemanager.googleapis.com/Project.AuditConfig",
		"audit",
		{ project: projectId, service: aiplatform, auditLogConfigs: logTypes.map((logType) => ({ logType })) },
		{ name: aiplatform, after },
	);
	const used = { type: "records of calls", meter: "per gigabyte taken in and kept" };
	return [
		{ resources: [config], uses: [used] },
		...keptIn(projectId, asked, after),
		...sentTo(projectId, asked, after),
	];
}

function keptIn(project: string, { bucket: asked }: AuditOptions, after: readonly string[]): PlanPart[] {
	if (!asked) return [];
	const { retentionDays, location = "global", kmsKeyName, isLocked = false, retainOnDelete: kept = true } = asked;
	const created = resource(
		"logging.googleapis.com/LogBucket",
		"audit-bucket",
		{
			project,
			location,
			bucketId,
			retentionDays,
			locked: isLocked,
			...(kmsKeyName !== undefined && { cmekSettings: { kmsKeyName } }),
		},
		{ name: bucketId, kept, after },
	);
	// In the same project its writer needs nobody's leave.
	const to = `logging.googleapis.com/${outputOf(created, "id")}`;
	return [{ resources: [created, sink("audit-sink", project, bucketId, to)] }];
}

function sentTo(project: string, { destination: to }: AuditOptions, after: readonly string[]): PlanPart[] {
	if (to === undefined) return [];
	const created = sink("audit-export", project, "cowork-audit-export", to, after);
	return [{ resources: [created], outputs: { audit: { exportWriter: outputOf(created, "writerIdentity") } } }];
}

function sink(id: string, project: string, name: string, to: string, after: readonly string[] = []) {
	const properties = { project, name, destination: to, filter, uniqueWriterIdentity: true };
	return resource("logging.googleapis.com/LogSink", id, properties, { name, ...(after.length > 0 && { after }) });
}

/** What is wrong with where records go; `audit` fits its shape. */
export function checkAudit(options: VertexFoundationOptions): Problem[] {
	const { bucket: kept, destination: to } = options.audit ?? {};
	const problems: Problem[] = [];
	if (kept?.isLocked && !kept.lockAcknowledged) {
		const message = `locks ${kept.retentionDays} days of retention, which nobody can ever undo, Google included; say lockAcknowledged: true where that is meant, or leave it out`;
		problems.push(error("lock-not-acknowledged", ["audit", "bucket", "isLocked"], message));
	}
	if (kept?.lockAcknowledged && !kept.isLocked) {
		const message = "acknowledges a lock that isLocked does not ask for; leave it out";
		problems.push(error("no-effect", ["audit", "bucket", "lockAcknowledged"], message));
	}
	if (to !== undefined) {
		const message =
			"gets records once its owner has let the writer in that the output audit.exportWriter names, with the right to create objects, log entries, messages or rows there";
		problems.push(...unlessSettled(options, "sinkWriter", ["audit", "destination"], message));
	}
	return problems;
}
