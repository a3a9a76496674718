# Claude egress of deployment eu. Run as administrator on Windows 11, Windows Server 2022 or later.
# Needs Microsoft Defender Antivirus from 4.18.2209.7 with Network Protection, and no DNS over HTTPS.
$keywords = @{
	'{e7603d43-9fe8-8faf-8450-d3545053aa70}' = '*.service-0.example.com'
	'{e7603d43-9fe8-8283-87cc-1cbfb57713e1}' = '*.service-12.example.com'
	'{e7603d43-9fe8-8544-87f6-9642ca3b81af}' = '*.service-16.example.com'
	'{e7603d43-9fe8-8cb0-8d9f-424e13e656f5}' = '*.service-20.example.com'
	'{e7603d43-9fe8-88d9-8eb7-5c7e2c587e95}' = '*.service-24.example.com'
	'{e7603d43-9fe8-8bd6-807c-c24c857246f1}' = '*.service-28.example.com'
	'{e7603d43-9fe8-8a01-8a01-b78177cc75a5}' = '*.service-32.example.com'
	'{e7603d43-9fe8-8fd1-8bc6-192c046d80b2}' = '*.service-36.example.com'
	'{e7603d43-9fe8-8b58-8d5d-41d962a5f6e9}' = '*.service-4.example.com'
	'{e7603d43-9fe8-8938-893a-64e40990e5ce}' = '*.service-8.example.com'
	'{e7603d43-9fe8-85ce-8ed9-43e4628a1321}' = 'service-1.example.com'
	'{e7603d43-9fe8-8a7b-8d1b-800ec922675b}' = 'service-10.example.com'
	'{e7603d43-9fe8-84ac-82aa-3f649ce1c0bf}' = 'service-11.example.com'
	'{e7603d43-9fe8-85d1-82e4-149e76380c2b}' = 'service-13.example.com'
	'{e7603d43-9fe8-887f-8111-1e76baa29030}' = 'service-14.example.com'
	'{e7603d43-9fe8-8f11-8898-76b4473ad720}' = 'service-15.example.com'
	'{e7603d43-9fe8-8d78-8ac3-bf5eca1ded17}' = 'service-17.example.com'
	'{e7603d43-9fe8-813a-8ab5-df29f052f55d}' = 'service-18.example.com'
	'{e7603d43-9fe8-8ad3-8960-b31ed6e4590b}' = 'service-19.example.com'
	'{e7603d43-9fe8-877d-8955-2799ce639579}' = 'service-2.example.com'
	'{e7603d43-9fe8-8fe8-8fe1-3c38f7c4b920}' = 'service-21.example.com'
	'{e7603d43-9fe8-846f-8d94-cc8cc03b0426}' = 'service-22.example.com'
	'{e7603d43-9fe8-8ec2-855a-71794e7e252f}' = 'service-23.example.com'
	'{e7603d43-9fe8-8822-8a82-6e19636e01a0}' = 'service-25.example.com'
	'{e7603d43-9fe8-81b9-8bc2-944bf6f25277}' = 'service-26.example.com'
	'{e7603d43-9fe8-8d8d-88dd-9406be84af7b}' = 'service-27.example.com'
	'{e7603d43-9fe8-8f21-8800-f1d05271ad97}' = 'service-29.example.com'
	'{e7603d43-9fe8-87d7-83ac-397c7e3fd1b5}' = 'service-3.example.com'
	'{e7603d43-9fe8-8d19-819d-da3c4fe850ea}' = 'service-30.example.com'
	'{e7603d43-9fe8-84e6-8d63-d172c2423609}' = 'service-31.example.com'
	'{e7603d43-9fe8-8ea6-8122-06489eac2b05}' = 'service-33.example.com'
	'{e7603d43-9fe8-8ced-8c64-866a5a7506df}' = 'service-34.example.com'
	'{e7603d43-9fe8-8cbb-8472-79ae8cfb6542}' = 'service-35.example.com'
	'{e7603d43-9fe8-843d-8ff5-0aa68855e5d1}' = 'service-37.example.com'
	'{e7603d43-9fe8-889a-81df-93700b3b9f94}' = 'service-38.example.com'
	'{e7603d43-9fe8-8793-8d02-b746900f9d55}' = 'service-39.example.com'
	'{e7603d43-9fe8-839e-8503-9f50f57cc4b4}' = 'service-5.example.com'
	'{e7603d43-9fe8-8b8b-809f-df8b59d650aa}' = 'service-6.example.com'
	'{e7603d43-9fe8-8bc4-8fde-313c5a557dbf}' = 'service-7.example.com'
	'{e7603d43-9fe8-89f4-8d72-da34bc75cb71}' = 'service-9.example.com'
}
$rules = @(
	@{ Name = 'pulumi-cowork eu 91c1c986bd5a52f79df81df18999a8d3'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8faf-8450-d3545053aa70}'; Description = '*.service-0.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu f19a4d88580b0fbd9e805d6c121ad5cb'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8faf-8450-d3545053aa70}'; Description = '*.service-0.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 7203333fa4643cd92f86e188c0a70253'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8283-87cc-1cbfb57713e1}'; Description = '*.service-12.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 37cf3cceccb1947303e11b8686690a13'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8283-87cc-1cbfb57713e1}'; Description = '*.service-12.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 4ed613ad4bcd5545d9e675653e349628'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8544-87f6-9642ca3b81af}'; Description = '*.service-16.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 39f94004d94cb67072b69d694a396134'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8544-87f6-9642ca3b81af}'; Description = '*.service-16.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 6a36ce34e913090f99cc3b34509db931'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8cb0-8d9f-424e13e656f5}'; Description = '*.service-20.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 929a083781b005fa0be1df06edce38cc'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8cb0-8d9f-424e13e656f5}'; Description = '*.service-20.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 6de7e893e28e7cb0bde21268078412a8'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-88d9-8eb7-5c7e2c587e95}'; Description = '*.service-24.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 42570fc5ca07cdbf45c306e9a8a891bc'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-88d9-8eb7-5c7e2c587e95}'; Description = '*.service-24.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 183fdb9dbdb5562312c8bd108be4610b'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8bd6-807c-c24c857246f1}'; Description = '*.service-28.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 7ab48721b27fbfbce8d1957edadec018'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8bd6-807c-c24c857246f1}'; Description = '*.service-28.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu a8797fac3eb3e95b5e087acbbefbe54a'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8a01-8a01-b78177cc75a5}'; Description = '*.service-32.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 4a85e5b6044b147fd53293a3fc246ac3'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8a01-8a01-b78177cc75a5}'; Description = '*.service-32.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 5401f19d17d78d394d71a9c860023764'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8fd1-8bc6-192c046d80b2}'; Description = '*.service-36.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 32feec8e27d8e3088013e210c9d875b1'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8fd1-8bc6-192c046d80b2}'; Description = '*.service-36.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu dcc9e781308846e339a09f134ecb053f'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8b58-8d5d-41d962a5f6e9}'; Description = '*.service-4.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 009417d2bbe4c0580925e787fee895da'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8b58-8d5d-41d962a5f6e9}'; Description = '*.service-4.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu e2f0901b2569a6983985f0a50238366f'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8938-893a-64e40990e5ce}'; Description = '*.service-8.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu e7ce8464eeb1a213d142d9339b8c893b'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8938-893a-64e40990e5ce}'; Description = '*.service-8.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 321caeff12707604014dca8ab0173178'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-85ce-8ed9-43e4628a1321}'; Description = 'service-1.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu acf51462717b48038c978af2a378c2ff'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-85ce-8ed9-43e4628a1321}'; Description = 'service-1.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu af5cfeed53cd6e47c502bae95b482ca3'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8a7b-8d1b-800ec922675b}'; Description = 'service-10.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 5f941ae5cbba5be76756481f78bff66a'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8a7b-8d1b-800ec922675b}'; Description = 'service-10.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 485003f0b28411e22994665cbb15f13e'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-84ac-82aa-3f649ce1c0bf}'; Description = 'service-11.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 869e833562992d9f891708261f077aba'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-84ac-82aa-3f649ce1c0bf}'; Description = 'service-11.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 1acbadc1bf113d99a5dccb2fef06e680'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-85d1-82e4-149e76380c2b}'; Description = 'service-13.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu f20fd297cfdad46636da004c71e2d609'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-85d1-82e4-149e76380c2b}'; Description = 'service-13.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 8e7d923c051ef666a2c7adac5f42fc8a'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-887f-8111-1e76baa29030}'; Description = 'service-14.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu caa66f84103f5d62cc54b933f6f4266d'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-887f-8111-1e76baa29030}'; Description = 'service-14.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 3cffe57d0311d980017723bca094168d'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8f11-8898-76b4473ad720}'; Description = 'service-15.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu c2d388372df778ae3292f92798118eb8'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8f11-8898-76b4473ad720}'; Description = 'service-15.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 736e28db2d69265fa0a5f7be4b200342'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8d78-8ac3-bf5eca1ded17}'; Description = 'service-17.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu f2c1f65e6b59bde116aa588723afcca2'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8d78-8ac3-bf5eca1ded17}'; Description = 'service-17.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 07974eb455271d4f4d8f13b6a744c151'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-813a-8ab5-df29f052f55d}'; Description = 'service-18.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 51cfb8e2a6708cd22ccd77640867b32e'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-813a-8ab5-df29f052f55d}'; Description = 'service-18.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 8d1ad53d7eb5e237d7b726be1ec5070b'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8ad3-8960-b31ed6e4590b}'; Description = 'service-19.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 7dad818be1980f8bd06114e7a2736c07'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8ad3-8960-b31ed6e4590b}'; Description = 'service-19.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 330318d23b471059f5c1117eef691e17'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-877d-8955-2799ce639579}'; Description = 'service-2.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu ccf45062e6ea50edce00efc2aab8fd2f'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-877d-8955-2799ce639579}'; Description = 'service-2.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 6406214bfc334a7ae3c2291ca0d44647'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8fe8-8fe1-3c38f7c4b920}'; Description = 'service-21.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu b93206c9e871d32e1dea061e051f7ac0'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8fe8-8fe1-3c38f7c4b920}'; Description = 'service-21.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu eedc8fee9f946ac1a592009596079e64'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-846f-8d94-cc8cc03b0426}'; Description = 'service-22.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 3eb2bca755237b568eeccb62fef5699e'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-846f-8d94-cc8cc03b0426}'; Description = 'service-22.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 58c52eeb7f44da50f1eca462691cbe24'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8ec2-855a-71794e7e252f}'; Description = 'service-23.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 645f14f3080124a10c3501398059c0e0'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8ec2-855a-71794e7e252f}'; Description = 'service-23.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu c4f4a3fd1c4bc34b9b029d9632aec65d'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8822-8a82-6e19636e01a0}'; Description = 'service-25.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 2c13b5b989f57cde85c1c0e8bcfd069e'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8822-8a82-6e19636e01a0}'; Description = 'service-25.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 34619d59584dee3a7fe576bf14e73191'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-81b9-8bc2-944bf6f25277}'; Description = 'service-26.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu af890fb4bccc93499ce6f58447ca690b'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-81b9-8bc2-944bf6f25277}'; Description = 'service-26.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu bfce2011661d4ddbb0c57c8534222d7d'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8d8d-88dd-9406be84af7b}'; Description = 'service-27.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu cc25be035dfbc37aa21daeeaf1384d64'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8d8d-88dd-9406be84af7b}'; Description = 'service-27.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu eed2aa98f97f2bf71afc56a0c212c657'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8f21-8800-f1d05271ad97}'; Description = 'service-29.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu cc0d49c707206ed9f52f5c4b82a997c8'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8f21-8800-f1d05271ad97}'; Description = 'service-29.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 3e6cec4372e9e1b80ce9773896f8ac51'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-87d7-83ac-397c7e3fd1b5}'; Description = 'service-3.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 65ee3001a44c429410db0ed6255c07ea'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-87d7-83ac-397c7e3fd1b5}'; Description = 'service-3.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 7cdfe95efc72bebb5e98e62d04dc79a9'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8d19-819d-da3c4fe850ea}'; Description = 'service-30.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 9189e1d5b2f96c1d9304c00d3e27d077'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8d19-819d-da3c4fe850ea}'; Description = 'service-30.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 1380057e8d026d0f0ae4bf6be8bf025d'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-84e6-8d63-d172c2423609}'; Description = 'service-31.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 2af314dd1d922445c309d319eb8ff113'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-84e6-8d63-d172c2423609}'; Description = 'service-31.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu ae4aa3831f6ce9a96a6a6ee41672d455'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8ea6-8122-06489eac2b05}'; Description = 'service-33.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 1a04d2cb4102184481a2f779ac3ad352'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8ea6-8122-06489eac2b05}'; Description = 'service-33.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu b9fe4e4299a4c5760bfe0a1870ea4c35'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8ced-8c64-866a5a7506df}'; Description = 'service-34.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu c34391fe1c13af99189baecc073dffff'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8ced-8c64-866a5a7506df}'; Description = 'service-34.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 026c355a8d37e0bebbad07c0a4980c70'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8cbb-8472-79ae8cfb6542}'; Description = 'service-35.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu b4e1fc2d7bc5374706b89f1f6d2175e9'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8cbb-8472-79ae8cfb6542}'; Description = 'service-35.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 445fdcc744c2d95509848f50532c0564'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-843d-8ff5-0aa68855e5d1}'; Description = 'service-37.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu c5e946b72a99c037ff459a7f7a4c3480'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-843d-8ff5-0aa68855e5d1}'; Description = 'service-37.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu a2319aa46806bd71ca9a54a957fc389d'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-889a-81df-93700b3b9f94}'; Description = 'service-38.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 93b48394121ecafdc88726a7fc3fd3ac'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-889a-81df-93700b3b9f94}'; Description = 'service-38.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu f4bdf753d535e09199ffc4f78e2135a8'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8793-8d02-b746900f9d55}'; Description = 'service-39.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu b6cad2a191289bd373a6e91661103036'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8793-8d02-b746900f9d55}'; Description = 'service-39.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu ae2f59f8b99d21c18a3887dd81b01194'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-839e-8503-9f50f57cc4b4}'; Description = 'service-5.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 2b807256de9ff44ec59ae99a3f91c620'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-839e-8503-9f50f57cc4b4}'; Description = 'service-5.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 891badc89c61c6fbe268dc197a2d1de0'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8b8b-809f-df8b59d650aa}'; Description = 'service-6.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 36b1b9751aee12527f0f3a78bc008915'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8b8b-809f-df8b59d650aa}'; Description = 'service-6.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu ebd099ccc54fc71bb3b00cda104d74f2'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8bc4-8fde-313c5a557dbf}'; Description = 'service-7.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 56711c5271f02a7816ae5bbe60d24ffa'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8bc4-8fde-313c5a557dbf}'; Description = 'service-7.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu 8f2c706781bbd4e678f3effe47ab4c9b'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-89f4-8d72-da34bc75cb71}'; Description = 'service-9.example.com: crash reports (disableEssentialTelemetry)' }
	@{ Name = 'pulumi-cowork eu b90a3dd0249cd9b664338846d990692c'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-89f4-8d72-da34bc75cb71}'; Description = 'service-9.example.com: crash reports (disableEssentialTelemetry)' }
)
$ErrorActionPreference = 'Stop'
try {
	$group = 'pulumi-cowork eu'
	$names = @{}
	foreach ($rule in @(Get-NetFirewallRule -Group $group -ErrorAction SilentlyContinue)) { $names[$rule.Name] = $true }
	$all = @(Get-NetFirewallDynamicKeywordAddress -AllAutoResolve -ErrorAction SilentlyContinue)
	$ids = @($all | ForEach-Object { $_.Id } | Where-Object { $_ -like '{e7603d43-9fe8-8*' })
	$known = @{}
	foreach ($id in $ids) { $known[$id] = $true }
	foreach ($id in $keywords.Keys) {
		if (-not $known.ContainsKey($id)) {
			New-NetFirewallDynamicKeywordAddress -Id $id -Keyword $keywords[$id] -AutoResolve $true | Out-Null
		}
	}
	$wanted = @{}
	foreach ($rule in $rules) {
		$wanted[$rule.Name] = $true
		if (-not $names.ContainsKey($rule.Name)) {
			New-NetFirewallRule @rule -Group $group -Direction Outbound | Out-Null
		}
	}
	foreach ($name in $names.Keys) { if (-not $wanted.ContainsKey($name)) { Remove-NetFirewallRule -Name $name } }
	foreach ($id in $ids) {
		if (-not $keywords.ContainsKey($id)) { Remove-NetFirewallDynamicKeywordAddress -Id $id }
	}
	exit 0
} catch {
	Write-Output "The rules of Claude could not be set: $_"
	exit 1
}
