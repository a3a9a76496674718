import { payloadIdentifier, payloadUuid } from "../profiles/configuration-profile.js";
import { textFile } from "../profiles/text-file.js";
import { xmlAttribute } from "../profiles/xml-text.js";
import type { DeviceWriter } from "./device.js";
import { signer } from "./signer.js";

/**
 * A policy for AppLocker that allows the agent helper by its publisher, to be merged into the one that machines have. It
 * audits alone: enforced by itself, it would close everything else.
 * https://learn.microsoft.com/windows/security/application-security/application-control/app-control-for-business/applocker/merge-applocker-policies-by-using-set-applockerpolicy
 */
export const appLocker: DeviceWriter = ({ identity }) => {
	const publisher = xmlAttribute(signer.publisher);
	const id = payloadUuid(`${payloadIdentifier(identity)}.applocker`).toLowerCase();
	return [
		textFile(
			"applocker.xml",
			"application/xml",
			`<!-- The publisher is not confirmed on a device: compare Get-AppLockerFileInformation. Merge: Set-AppLockerPolicy -Merge. -->
<AppLockerPolicy Version="1">
  <RuleCollection Type="Exe" EnforcementMode="AuditOnly">
    <FilePublisherRule Id="${id}" Name="Claude agent helper" Description="Signed by Anthropic, PBC" UserOrGroupSid="S-1-1-0" Action="Allow">
      <Conditions>
        <FilePublisherCondition PublisherName="${publisher}" ProductName="*" BinaryName="*">
          <BinaryVersionRange LowSection="*" HighSection="*" />
        </FilePublisherCondition>
      </Conditions>
    </FilePublisherRule>
  </RuleCollection>
</AppLockerPolicy>
`,
		),
	];
};
