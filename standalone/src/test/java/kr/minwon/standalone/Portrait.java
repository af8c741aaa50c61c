package kr.minwon.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Stream;
import kr.minwon.addresses.Addresses;
import kr.minwon.addresses.KeyFile;
import kr.minwon.signedcalls.CallKeys;
import kr.minwon.signedcalls.CallSigner;
import kr.minwon.signedcalls.Caller;
import kr.minwon.signedcalls.Role;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Starts one service on the class path of this process and writes down its beans and what its API says of itself. */
final class Portrait {
    private Portrait() {}

    /** Takes the service as it is signed to, the application's class and the file to write. */
    public static void main(String[] arguments) throws Exception {
        Addresses addresses = Addresses.fromEnvironment();
        Object context = Class.forName(arguments[1])
                .getMethod("start", Addresses.class, String[].class)
                .invoke(null, addresses, new String[0]);
        try (ConfigurableApplicationContext started = (ConfigurableApplicationContext) context) {
            String port = started.getEnvironment().getProperty("local.server.port");
            Stream<String> lines = Stream.concat(
                    Stream.of(started.getBeanDefinitionNames()), described(arguments[0], port, addresses));
            Files.write(Path.of(arguments[2]), lines.sorted().toList());
        }
        System.exit(0);
    }

    /** The paths and the schemas of its description; the status alone where it has none. */
    private static Stream<String> described(String service, String port, Addresses addresses)
            throws IOException, InterruptedException {
        CallSigner signer =
                new CallSigner(CallKeys.privateKey(addresses.key(KeyFile.CALLER_PRIVATE)), Clock.systemUTC());
        Caller anybody = new Caller("anonymous:test", "", Role.ANONYMOUS, "seogu", Set.of(), "");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v3/api-docs"))
                .header(CallSigner.HEADER, signer.sign(anybody, service))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        JsonNode description = JsonMapper.shared().readTree(answer.body());
        return Stream.of(
                        Stream.of("description " + answer.statusCode()),
                        description.path("paths").propertyNames().stream(),
                        description.at("/components/schemas").propertyNames().stream()
                                .map(name -> "schema " + name))
                .flatMap(part -> part);
    }
}
