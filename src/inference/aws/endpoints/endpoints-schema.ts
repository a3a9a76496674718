import { z } from "zod";
import { members, textMatching } from "../../../schema.js";
import { awsServices } from "../../aws-hosts.js";
import { lately } from "../late-schema.js";

const idOf = (prefix: string) =>
	lately(textMatching(new RegExp(`^${prefix}-[0-9a-z]+$`), `is no id of the form ${prefix}-0123456789abcdef0`));

/** A range begins where its mask says: AWS takes two spellings of one range for one rule. */
const cidr = z.string().superRefine((text, context) => {
	const numbers = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text)?.slice(1).map(Number) ?? [];
	const [bits, ...octets] = [numbers.pop() ?? 33, ...numbers];
	if (octets.some((octet) => octet > 255) || bits > 32) {
		context.addIssue({ code: "custom", message: "is no IPv4 range; expected one such as 10.0.0.0/16" });
		return;
	}
	const first = octets.map((octet, index) => octet & (0xff00 >> Math.min(8, Math.max(0, bits - 8 * index))));
	const range = `${first.join(".")}/${bits}`;
	if (range === text) return;
	context.addIssue({ code: "custom", message: `is not how AWS writes a range; expected ${range}` });
});

const regionalName = lately(
	textMatching(
		/^vpce-[a-z0-9-]+\.[a-z0-9.-]+\.vpce\.amazonaws\.com$/,
		"is no regional DNS name of an endpoint; expected one such as vpce-0123-abc.bedrock-runtime.eu-central-1.vpce.amazonaws.com",
	),
);

const service = z.enum(awsServices);

export const privateEndpointsSchema = members({
	vpcId: idOf("vpc").optional(),
	subnetIds: distinct(idOf("subnet")).optional(),
	clientCidrs: distinct(cidr).optional(),
	securityGroupIds: distinct(idOf("sg")).optional(),
	existing: z.partialRecord(service, members({ id: idOf("vpce"), regionalName: regionalName.optional() })).optional(),
	privateDns: z.enum(["create", "existing", "none"]).optional(),
	useRegionalName: z.boolean().optional(),
	services: distinct(service).optional(),
	organizationId: textMatching(
		/^o-[a-z0-9]{10,32}$/,
		"is no id of an organization; expected one such as o-a1b2c3d4e5",
	).optional(),
});

/** Items become resources, whose names carry them. */
function distinct(item: z.ZodType) {
	return z
		.array(item)
		.min(1)
		.superRefine((items, context) => {
			const texts = items.map((each) => JSON.stringify(each));
			for (const [index, text] of texts.entries()) {
				if (texts.indexOf(text) === index) continue;
				context.addIssue({ code: "custom", path: [index], message: "is listed before; keep one" });
			}
		});
}
