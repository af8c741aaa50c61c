package kr.minwon.gateway.openapi;

import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.minwon.signedcalls.AccessTable;
import kr.minwon.signedcalls.Role;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One OpenAPI document of the rows of the access table. What a service says of a call is taken over, its schemas under
 * the service's name; a call whose service says nothing is described by its row alone, so that none is missing.
 */
final class PublicDescription {
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String BEARER = "apiKey";
    private static final Pattern NAME = Pattern.compile("\\{([^}]+)}");

    private final JsonMapper json;
    private final AccessTable table;

    PublicDescription(JsonMapper json, AccessTable table) {
        this.json = json;
        this.table = table;
    }

    /** @param ofService a service's own document; null when there is none */
    ObjectNode merge(Function<String, @Nullable JsonNode> ofService) {
        ObjectNode whole = frame();
        ObjectNode paths = whole.putObject("paths");
        ObjectNode schemas = whole.withObject("/components").putObject("schemas");
        Map<String, @Nullable JsonNode> documents = new java.util.HashMap<>();
        for (AccessTable.Row row : table.rows()) {
            if (!documents.containsKey(row.service())) {
                JsonNode document = ofService.apply(row.service());
                documents.put(row.service(), document);
                copySchemas(row.service(), document, schemas);
            }
            ObjectNode path = paths.withObject("/" + escaped(row.path()));
            path.set(row.method().toLowerCase(Locale.ROOT), operation(row, documents.get(row.service())));
        }
        return whole;
    }

    private ObjectNode frame() {
        ObjectNode whole = json.createObjectNode();
        whole.put("openapi", "3.1.0");
        ObjectNode info = whole.putObject("info");
        info.put("title", "민원 API");
        info.put("version", "v1");
        info.put("description", "민원을 접수하고 조회하며, 부서가 처리하는 API입니다. 오류는 RFC 9457 문서이고 type은 urn:minwon:problem:<이름>입니다.");
        whole.putArray("servers").addObject().put("url", "/");
        whole.putObject("components")
                .putObject("securitySchemes")
                .putObject(BEARER)
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", "발급받은 API 키");
        return whole;
    }

    private void copySchemas(String service, @Nullable JsonNode document, ObjectNode schemas) {
        if (document != null) {
            document.path("components")
                    .path("schemas")
                    .properties()
                    .forEach(schema ->
                            schemas.set(service + "." + schema.getKey(), renamed(service, schema.getValue())));
        }
    }

    private ObjectNode operation(AccessTable.Row row, @Nullable JsonNode document) {
        ObjectNode operation = described(row, document)
                .map(found -> (ObjectNode) renamed(row.service(), found))
                .orElseGet(() -> byItsRow(row));
        operation.putArray("tags").add(row.service());
        operation.put(
                "operationId",
                row.method().toLowerCase(Locale.ROOT) + row.path().replaceAll("[^A-Za-z0-9]+", "-"));
        if (row.roles().contains(Role.ANONYMOUS)) {
            operation.remove("security");
        } else {
            operation.putArray("security").addObject().putArray(BEARER);
            ArrayNode roles = operation.putArray("x-roles");
            row.roles().forEach(role -> roles.add(role.wireName()));
        }
        return operation;
    }

    private static java.util.Optional<JsonNode> described(AccessTable.Row row, @Nullable JsonNode document) {
        return java.util.Optional.ofNullable(document)
                .map(found ->
                        found.path("paths").path(row.path()).path(row.method().toLowerCase(Locale.ROOT)))
                .filter(JsonNode::isObject);
    }

    private ObjectNode byItsRow(AccessTable.Row row) {
        ObjectNode operation = json.createObjectNode();
        Matcher names = NAME.matcher(row.path());
        while (names.find()) {
            ObjectNode parameter = operation.withArray("/parameters").addObject();
            parameter.put("name", names.group(1)).put("in", "path").put("required", true);
            parameter.putObject("schema").put("type", "string");
        }
        operation.putObject("responses").putObject("default").put("description", "이 서비스의 설명을 지금 읽을 수 없습니다.");
        return operation;
    }

    /** A copy in which references to schemas carry the service's name. */
    private JsonNode renamed(String service, JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = json.createObjectNode();
            object.properties().forEach(field -> copy.set(field.getKey(), renamed(service, field.getValue())));
            String reference = copy.path("$ref").asString("");
            if (reference.startsWith(SCHEMAS)) {
                copy.put("$ref", SCHEMAS + service + "." + reference.substring(SCHEMAS.length()));
            }
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = json.createArrayNode();
            for (Iterator<JsonNode> each = array.iterator(); each.hasNext(); ) {
                copy.add(renamed(service, each.next()));
            }
            return copy;
        }
        return node;
    }

    private static String escaped(String path) {
        return path.replace("~", "~0").replace("/", "~1");
    }
}
