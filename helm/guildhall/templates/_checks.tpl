{{/* What the schema of the values can't say: each refusal is one sentence that names the value. */}}

{{- define "guildhall.checks" -}}
{{- $backends := .Values.backends -}}
{{- if eq .Values.profile "production" -}}
{{- include "guildhall.checkProduction" . -}}
{{- end -}}
{{- include "guildhall.checkPush" . -}}
{{- if eq .Values.mode "cluster" -}}
{{- if not (or $backends.etcd.bundled $backends.etcd.endpoints) -}}
{{- fail "backends.etcd.endpoints is empty and backends.etcd.bundled is false: services could not find each other." -}}
{{- end -}}
{{- if and $backends.cassandra.enabled (not $backends.cassandra.contactPoints) -}}
{{- fail "backends.cassandra.contactPoints is empty although backends.cassandra.enabled is true." -}}
{{- end -}}
{{- if and (eq $backends.objects.kind "s3") (not $backends.objects.s3.endpoint) -}}
{{- fail "backends.objects.s3.endpoint is empty although backends.objects.kind is s3." -}}
{{- end -}}
{{- end -}}
{{- if and (or .Values.ingress.enabled .Values.gatewayApi.enabled) (not .Values.public.host) -}}
{{- fail "public.host is empty although clients are to come in through an Ingress or an HTTPRoute." -}}
{{- end -}}
{{- if and (eq .Values.autoscaling.kind "keda") .Values.autoscaling.onSessions (not .Values.autoscaling.keda.prometheus) -}}
{{- fail "autoscaling.keda.prometheus is empty although KEDA is to scale on sessions." -}}
{{- end -}}
{{- range $name, $service := include "guildhall.services" . | fromYaml -}}
{{- include "guildhall.checkService" (dict "root" $ "name" $name "service" $service) -}}
{{- end -}}
{{- end -}}

{{- define "guildhall.checkService" -}}
{{- $service := .service -}}
{{- if and $service.volumeName (not $service.stateful) (gt (include "guildhall.most" $service | int) 1) (ne $service.volume.accessMode "ReadWriteMany") -}}
{{- fail (printf "services.%s may have %s pods that share a volume: set services.%s.volume.accessMode to ReadWriteMany, or have one pod." .name (include "guildhall.most" $service) .name) -}}
{{- end -}}
{{- if and $service.autoscaling.enabled (gt (int $service.autoscaling.minReplicas) (int $service.autoscaling.maxReplicas)) -}}
{{- fail (printf "services.%s.autoscaling.minReplicas is greater than its maxReplicas." .name) -}}
{{- end -}}
{{- if and $service.sessions.maximum (gt (int $service.autoscaling.sessions) (int $service.sessions.maximum)) -}}
{{- fail (printf "services.%s.autoscaling.sessions is more than a pod takes (services.%s.sessions.maximum): it would never scale." .name .name) -}}
{{- end -}}
{{- if and $service.scaled (not $service.autoscaling.cpu) (eq (include "guildhall.scalingLoads" .) "[]") -}}
{{- fail (printf "services.%s.autoscaling is enabled and has nothing to scale on: set its cpu, or its sessions or lag and autoscaling.onSessions." .name) -}}
{{- end -}}
{{- end -}}

{{/* An account of Apple's is a key with what it is for. */}}
{{- define "guildhall.checkPush" -}}
{{- with .Values.push.apns -}}
{{- if and .keySecret (not (and .keyId .team .application)) -}}
{{- fail "push.apns.keySecret needs push.apns.keyId, push.apns.team and push.apns.application." -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* A production installation stands on real backends, and is not ended by the loss of one pod. */}}
{{- define "guildhall.checkProduction" -}}
{{- $backends := .Values.backends -}}
{{- if ne .Values.mode "cluster" -}}
{{- fail "profile production needs mode cluster, since standalone keeps all data on one node." -}}
{{- end -}}
{{- if or $backends.etcd.bundled (not $backends.etcd.endpoints) -}}
{{- fail "profile production needs backends.etcd.endpoints, the members of a real etcd, and backends.etcd.bundled false." -}}
{{- end -}}
{{- if not (and $backends.cassandra.enabled $backends.cassandra.contactPoints) -}}
{{- fail "profile production needs backends.cassandra.enabled and backends.cassandra.contactPoints, the addresses of Cassandra or ScyllaDB." -}}
{{- end -}}
{{- if regexMatch "=[12](,|$)" $backends.cassandra.replication -}}
{{- fail "profile production needs three copies or more in each data centre of backends.cassandra.replication, so that one node may be lost." -}}
{{- end -}}
{{- if not $backends.kafka.bootstrapServers -}}
{{- fail "profile production needs backends.kafka.bootstrapServers, the addresses of Kafka." -}}
{{- end -}}
{{- if not $backends.elasticsearch.cells -}}
{{- fail "profile production needs backends.elasticsearch.cells, the names and addresses of small Elasticsearch clusters." -}}
{{- end -}}
{{- if not $backends.redis.hosts -}}
{{- fail "profile production needs backends.redis.hosts, the addresses of Redis." -}}
{{- end -}}
{{- if not (and (eq $backends.objects.kind "s3") $backends.objects.s3.endpoint $backends.objects.s3.credentialsSecret) -}}
{{- fail "profile production needs backends.objects.kind s3 with backends.objects.s3.endpoint and backends.objects.s3.credentialsSecret, an S3-compatible store." -}}
{{- end -}}
{{- if not (or .Values.public.host (and .Values.public.apiUrl .Values.public.gatewayUrl .Values.public.cdnUrl)) -}}
{{- fail "profile production needs public.host, or all of public.apiUrl, public.gatewayUrl and public.cdnUrl: where clients come from outside." -}}
{{- end -}}
{{- range $name, $service := include "guildhall.services" . | fromYaml -}}
{{- if lt (include "guildhall.fewest" $service | int) 2 -}}
{{- fail (printf "profile production needs at least two pods of services.%s, so that one may be lost." $name) -}}
{{- end -}}
{{- end -}}
{{- end -}}
