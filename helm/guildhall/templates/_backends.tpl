{{/*
Backends: for each one a template with its settings, one with its credentials as environment variables, and in
"guildhall.backendAddresses" where it is. A service gets those that its entry in files/services.yaml lists.
*/}}

{{- define "guildhall.etcdEndpoints" -}}
{{- $etcd := .Values.backends.etcd -}}
{{- if $etcd.bundled -}}
{{- printf "%s:2379" (include "guildhall.name" (dict "root" . "name" "etcd")) -}}
{{- else -}}
{{- join "," $etcd.endpoints -}}
{{- end -}}
{{- end -}}

{{- define "guildhall.etcdSettings" -}}
guildhall.discovery.endpoints: {{ include "guildhall.etcdEndpoints" . }}
guildhall.discovery.prefix: {{ .Values.backends.etcd.prefix }}
{{- if .Values.backends.etcd.tlsSecret }}
guildhall.discovery.tls.authority: /etc/guildhall/etcd/ca.crt
{{- if .Values.backends.etcd.clientCertificate }}
guildhall.discovery.tls.certificate: /etc/guildhall/etcd/tls.crt
guildhall.discovery.tls.key: /etc/guildhall/etcd/tls.key
{{- end }}
{{- end }}
{{- end -}}

{{- define "guildhall.cassandraSettings" -}}
{{- with .Values.backends.cassandra -}}
{{- if .enabled -}}
guildhall.storage.kind: cassandra
guildhall.storage.cassandra.keyspace: {{ .keyspace }}
guildhall.storage.cassandra.schema: {{ ternary "apply" "check" (eq .schema "start") }}
{{- with .replication }}
guildhall.storage.cassandra.replication: {{ . }}
{{- end }}
quarkus.cassandra.contact-points: {{ join "," .contactPoints }}
{{- with .datacenter }}
quarkus.cassandra.local-datacenter: {{ . }}
{{- end }}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* "true" where messages are searched. Takes the root. */}}
{{- define "guildhall.searches" -}}
{{- $service := mergeOverwrite (deepCopy .Values.defaults) (deepCopy .Values.services.search) -}}
{{- $backends := .Values.backends -}}
{{- if and (eq .Values.mode "cluster") $service.enabled $backends.kafka.bootstrapServers $backends.elasticsearch.cells }}true{{ end -}}
{{- end -}}

{{/* "true" where people's devices are told. Takes the root. */}}
{{- define "guildhall.pushes" -}}
{{- $service := mergeOverwrite (deepCopy .Values.defaults) (deepCopy .Values.services.push) -}}
{{- if and (eq .Values.mode "cluster") $service.enabled .Values.backends.kafka.bootstrapServers .Values.push.publicKey .Values.push.keysSecret }}true{{ end -}}
{{- end -}}

{{/* Accounts of push services, where there are some. Takes the root. */}}
{{- define "guildhall.pushAccountSettings" -}}
{{- with .Values.push.fcm.accountSecret }}
guildhall.push.fcm.account: /etc/guildhall/fcm/account.json
{{- end }}
{{- with .Values.push.apns }}
{{- if .keySecret }}
guildhall.push.apns.key: /etc/guildhall/apns/key.p8
guildhall.push.apns.key-id: {{ .keyId }}
guildhall.push.apns.team: {{ .team }}
guildhall.push.apns.application: {{ .application }}
guildhall.push.apns.server: {{ .server }}
{{- end }}
{{- end }}
{{- end -}}

{{/*
Secrets that a service reads as files below /etc/guildhall, as a list of name, secret and key. Takes root and service; give the result to
fromYamlArray.
*/}}
{{- define "guildhall.secretFiles" -}}
{{- $files := list -}}
{{- $kafka := .root.Values.backends.kafka -}}
{{- if and (has "kafka" .service.facts.backends) $kafka.authoritySecret (include "guildhall.publishes" .root) -}}
{{- $files = append $files (dict "name" "kafka" "secret" $kafka.authoritySecret "key" "ca.crt") -}}
{{- end -}}
{{- if .service.facts.keys -}}
{{- with .root.Values.push.fcm.accountSecret -}}
{{- $files = append $files (dict "name" "fcm" "secret" . "key" "account.json") -}}
{{- end -}}
{{- with .root.Values.push.apns.keySecret -}}
{{- $files = append $files (dict "name" "apns" "secret" . "key" "key.p8") -}}
{{- end -}}
{{- end -}}
{{- toYaml $files -}}
{{- end -}}

{{/* "true" where somebody reads what owners tell: they publish for nobody else. Takes the root. */}}
{{- define "guildhall.publishes" -}}
{{- if or (include "guildhall.searches" .) (include "guildhall.pushes" .) }}true{{ end -}}
{{- end -}}

{{- define "guildhall.kafkaSettings" -}}
{{- if include "guildhall.publishes" . -}}
{{- with .Values.backends.kafka -}}
guildhall.event-log.servers: {{ join "," .bootstrapServers }}
{{- if ne .securityProtocol "PLAINTEXT" }}
kafka.security.protocol: {{ .securityProtocol }}
{{- end }}
{{- if .credentialsSecret }}
kafka.sasl.mechanism: {{ .saslMechanism }}
{{- end }}
{{- if .authoritySecret }}
kafka.ssl.truststore.type: PEM
kafka.ssl.truststore.location: /etc/guildhall/kafka/ca.crt
{{- end }}
{{- end -}}
{{- end -}}
{{- end -}}

{{- define "guildhall.elasticsearchSettings" -}}
{{- with .Values.backends.elasticsearch.cells -}}
guildhall.search.cells: {{ range $index, $cell := . }}{{ if $index }},{{ end }}{{ $cell.name }}={{ $cell.address }}{{ end }}
{{- end -}}
{{- end -}}

{{- define "guildhall.redisSettings" -}}
{{- $scheme := ternary "rediss" "redis" .Values.backends.redis.tls -}}
{{- with .Values.backends.redis.hosts -}}
quarkus.redis.hosts: {{ range $index, $host := . }}{{ if $index }},{{ end }}{{ $scheme }}://{{ $host }}{{ end }}
{{- if gt (len .) 1 }}
quarkus.redis.client-type: cluster
{{- end }}
{{- end -}}
{{- end -}}

{{- define "guildhall.objectsSettings" -}}
{{- with .Values.backends.objects -}}
{{- if eq .kind "s3" -}}
guildhall.objects.kind: s3
guildhall.objects.s3.endpoint: {{ .s3.endpoint }}
guildhall.objects.s3.region: {{ .s3.region }}
guildhall.objects.s3.bucket: {{ .s3.bucket }}
guildhall.objects.s3.path-style: {{ .s3.pathStyle | quote }}
guildhall.objects.s3.downloads: {{ .s3.downloads }}
{{- with .s3.publicEndpoint }}
guildhall.objects.s3.public-endpoint: {{ . }}
{{- end }}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* One variable from a Secret. Takes variable, secret and key. */}}
{{- define "guildhall.fromSecret" -}}
- name: {{ .variable }}
  valueFrom:
    secretKeyRef:
      name: {{ .secret }}
      key: {{ .key }}
{{- end -}}

{{- define "guildhall.etcdCredentials" -}}{{- end -}}

{{- define "guildhall.kafkaCredentials" -}}
{{- $kafka := .Values.backends.kafka -}}
{{- if and $kafka.credentialsSecret (include "guildhall.publishes" .) }}
{{ include "guildhall.fromSecret" (dict "variable" "EVENT_LOG_USERNAME" "secret" $kafka.credentialsSecret "key" "username") }}
{{ include "guildhall.fromSecret" (dict "variable" "EVENT_LOG_PASSWORD" "secret" $kafka.credentialsSecret "key" "password") }}
- name: KAFKA_SASL_JAAS_CONFIG
  value: org.apache.kafka.common.security.{{ ternary "plain.PlainLoginModule" "scram.ScramLoginModule" (eq $kafka.saslMechanism "PLAIN") }} required username="$(EVENT_LOG_USERNAME)" password="$(EVENT_LOG_PASSWORD)";
{{- end }}
{{- end -}}

{{- define "guildhall.cassandraCredentials" -}}
{{- $cassandra := .Values.backends.cassandra -}}
{{- if and $cassandra.enabled $cassandra.credentialsSecret }}
{{ include "guildhall.fromSecret" (dict "variable" "QUARKUS_CASSANDRA_AUTH_USERNAME" "secret" $cassandra.credentialsSecret "key" "username") }}
{{ include "guildhall.fromSecret" (dict "variable" "QUARKUS_CASSANDRA_AUTH_PASSWORD" "secret" $cassandra.credentialsSecret "key" "password") }}
{{- end }}
{{- end -}}

{{- define "guildhall.elasticsearchCredentials" -}}
{{- $search := .Values.backends.elasticsearch -}}
{{- if and $search.cells $search.credentialsSecret }}
{{ include "guildhall.fromSecret" (dict "variable" "GUILDHALL_SEARCH_CELL_USERNAME" "secret" $search.credentialsSecret "key" "username") }}
{{ include "guildhall.fromSecret" (dict "variable" "GUILDHALL_SEARCH_CELL_PASSWORD" "secret" $search.credentialsSecret "key" "password") }}
{{- end }}
{{- end -}}

{{- define "guildhall.redisCredentials" -}}
{{- $redis := .Values.backends.redis -}}
{{- if and $redis.hosts $redis.credentialsSecret }}
{{ include "guildhall.fromSecret" (dict "variable" "QUARKUS_REDIS_PASSWORD" "secret" $redis.credentialsSecret "key" "password") }}
{{- end }}
{{- end -}}

{{- define "guildhall.objectsCredentials" -}}
{{- $objects := .Values.backends.objects -}}
{{- if and (eq $objects.kind "s3") $objects.s3.credentialsSecret }}
{{ include "guildhall.fromSecret" (dict "variable" "GUILDHALL_OBJECTS_S3_ACCESS_KEY" "secret" $objects.s3.credentialsSecret "key" "access-key") }}
{{ include "guildhall.fromSecret" (dict "variable" "GUILDHALL_OBJECTS_S3_SECRET_KEY" "secret" $objects.s3.credentialsSecret "key" "secret-key") }}
{{- end }}
{{- end -}}

{{/* The addresses of each backend, by its name; what is not used has none. Takes the root; give the result to fromYaml. */}}
{{- define "guildhall.backendAddresses" -}}
{{- $backends := .Values.backends -}}
{{- $addresses := dict "etcd" (include "guildhall.etcdEndpoints" . | splitList ",") -}}
{{- $_ := set $addresses "cassandra" (ternary $backends.cassandra.contactPoints list $backends.cassandra.enabled) -}}
{{- $_ := set $addresses "kafka" (ternary $backends.kafka.bootstrapServers list (include "guildhall.publishes" . | eq "true")) -}}
{{- $cells := list -}}
{{- range $backends.elasticsearch.cells -}}
{{- $cells = append $cells .address -}}
{{- end -}}
{{- $_ := set $addresses "elasticsearch" $cells -}}
{{- $_ := set $addresses "redis" $backends.redis.hosts -}}
{{- $_ := set $addresses "objects" (ternary (list $backends.objects.s3.endpoint) list (eq $backends.objects.kind "s3")) -}}
{{- toYaml $addresses -}}
{{- end -}}

{{/* The ports of a list of addresses, each once, as a list. An address without port has its scheme's. Takes the list. */}}
{{- define "guildhall.ports" -}}
{{- $ports := list -}}
{{- range . -}}
{{- if regexMatch ":[0-9]+/?$" . -}}
{{- $ports = append $ports (regexFind "[0-9]+/?$" . | trimSuffix "/" | int) -}}
{{- else -}}
{{- $ports = append $ports (ternary 443 80 (hasPrefix "https:" .)) -}}
{{- end -}}
{{- end -}}
{{- $ports | uniq | sortAlpha | toYaml -}}
{{- end -}}
