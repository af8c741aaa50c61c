package kr.minwon.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ContractsTests {
    private static final Path EVENTS = Path.of("src/main/resources/contracts/events");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static List<String> types() throws IOException {
        try (Stream<Path> files = Files.list(EVENTS)) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".schema.json"))
                    .map(name -> name.replace(".schema.json", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void theGoldenExampleIsValid(String type) throws IOException {
        assertThat(schema(type).validate(example(type))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void anUnknownFieldIsNoError(String type) throws IOException {
        ObjectNode example = (ObjectNode) example(type);
        example.put("addedLater", "x");
        assertThat(schema(type).validate(example)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void eachRequiredFieldIsMissed(String type) throws IOException {
        JsonNode required = JSON.readTree(Files.readString(EVENTS.resolve(type + ".schema.json")))
                .get("required");
        assertThat(required).isNotEmpty();
        for (JsonNode field : required) {
            ObjectNode example = (ObjectNode) example(type);
            example.remove(field.asString());
            assertThat(schema(type).validate(example))
                    .as("%s without %s", type, field)
                    .isNotEmpty();
        }
    }

    @Test
    void theCatalogueNamesEachTypeAndEachFieldOfIt() throws IOException {
        String catalogue = Files.readString(Path.of("../docs/events.md"));
        for (String type : types()) {
            String section = section(catalogue, type);
            JsonNode properties = JSON.readTree(Files.readString(EVENTS.resolve(type + ".schema.json")))
                    .get("properties");
            assertThat(properties.propertyNames())
                    .allSatisfy(field -> assertThat(section).as(type).contains("`" + field + "`"));
        }
        assertThat(catalogue.lines().filter(line -> line.startsWith("## `")).count())
                .as("the catalogue has no type without a schema")
                .isEqualTo(types().size());
    }

    private static String section(String catalogue, String type) {
        int from = catalogue.indexOf("## `" + type + "`");
        assertThat(from).as("section of %s", type).isNotNegative();
        int to = catalogue.indexOf("\n## ", from + 1);
        return to < 0 ? catalogue.substring(from) : catalogue.substring(from, to);
    }

    private static Schema schema(String type) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(EVENTS.resolve(type + ".schema.json")));
    }

    private static JsonNode example(String type) throws IOException {
        return JSON.readTree(Files.readString(EVENTS.resolve(type + ".example.json")));
    }
}
