package kr.minwon.addresses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddressesTests {
    @Test
    void listensOnLoopbackAtTheDefaultPorts() {
        assertThat(Addresses.of(Map.of()).propertiesOf("complaint"))
                .containsEntry("server.port", 8081)
                .containsEntry("management.server.port", 8085)
                .containsEntry("server.address", "127.0.0.1")
                .containsEntry("spring.mongodb.uri", "mongodb://127.0.0.1:8094/minwon_complaint")
                .containsEntry("minwon.kafka.brokers", "127.0.0.1:8092");
    }

    @Test
    void oneOffsetMovesEveryPort() {
        Addresses moved = Addresses.of(Map.of("MINWON_PORT_OFFSET", "1000"));
        assertThat(Part.values())
                .allSatisfy(part -> assertThat(moved.port(part)).isEqualTo(part.defaultPort() + 1000));
        assertThat(moved.propertiesOf("gateway"))
                .containsEntry("minwon.services.routing.uri", "http://127.0.0.1:9082")
                .containsEntry("minwon.smpp.port", "3775");
    }

    @Test
    void anOffsetThatIsNoNumberIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Addresses.of(Map.of("MINWON_PORT_OFFSET", "many")))
                .withMessageContaining("MINWON_PORT_OFFSET");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Addresses.of(Map.of("MINWON_PORT_OFFSET", "60000")))
                .withMessageContaining("GATEWAY");
    }

    @Test
    void eachServiceKeepsItsOwnDatabaseOnTheOfficesMongo() {
        Addresses own = Addresses.of(Map.of("MONGODB_URI", "mongodb://u:p@a:27017,b:27017/admin?replicaSet=rs0"));
        assertThat(own.mongoUri("routing"))
                .isEqualTo("mongodb://u:p@a:27017,b:27017/minwon_routing?replicaSet=rs0&authSource=admin");
        assertThat(Addresses.of(Map.of("MONGODB_URI", "mongodb://a:27017")).mongoUri("gateway"))
                .isEqualTo("mongodb://a:27017/minwon_gateway");
    }

    @Test
    void aSecretConnectionStringComesByFile(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("uri"), "mongodb://u:p@a/admin\n");
        Addresses own = Addresses.of(Map.of("MONGODB_URI_FILE", file.toString()));
        assertThat(own.hasOwnStore()).isTrue();
        assertThat(own.mongoUri("routing")).isEqualTo("mongodb://u:p@a/minwon_routing?authSource=admin");
    }

    @Test
    void linksAreSecureWhereTheGatewayHasACertificate() {
        Addresses secure = Addresses.of(Map.of("MINWON_TLS_CERT", "/etc/minwon/door.pem"));
        assertThat(secure.certificate()).contains(Path.of("/etc/minwon/door.pem"));
        assertThat(secure.propertiesOf("notification")).containsEntry("minwon.public-url", "https://127.0.0.1:8080");
        assertThat(Addresses.of(Map.of()).scheme()).isEqualTo("http");
    }
}
