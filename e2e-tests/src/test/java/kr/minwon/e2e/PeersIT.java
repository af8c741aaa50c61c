package kr.minwon.e2e;

import static kr.minwon.e2e.Product.JSON;
import static kr.minwon.e2e.Product.bearer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import kr.minwon.standalone.DemoAccounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * SMPP with programs that share no code with ours: the product at an SMS centre in Perl (Debian's libnet-smpp-perl), and
 * Debian's Kannel at the phone simulator. Kannel itself is no SMS centre: what Debian has of it only binds to one.
 */
class PeersIT {
    private static final Duration LONG = Duration.ofSeconds(40);
    private static final String LONG_TEXT = "사진을 보내 주세요. 어느 가로등인지 알 수 있게 기둥의 번호도 함께 찍어 주시면 고맙겠습니다. ".repeat(5);
    private static final String RARE = "똠방각하 식당 앞 🙂";

    @TempDir
    static Path directory;

    private static Process smsc;
    private static Path submits;
    private static Product product;

    private record Submit(String to, int dataCoding, String text) {
        static Submit of(String line) {
            String[] parts = line.split(" ");
            byte[] octets = HexFormat.of().parseHex(parts[3]);
            Charset charset = switch (parts[2]) {
                case "14" -> Charset.forName("EUC-KR");
                case "8" -> StandardCharsets.UTF_16BE;
                default -> throw new IllegalArgumentException("data_coding " + parts[2]);
            };
            return new Submit(parts[1], Integer.parseInt(parts[2]), new String(octets, charset));
        }
    }

    @BeforeAll
    static void start() throws Exception {
        int port = freePort();
        submits = directory.resolve("submits");
        smsc = new ProcessBuilder("perl", "src/test/peers/smsc.pl", String.valueOf(port))
                .redirectOutput(submits.toFile())
                .redirectError(directory.resolve("smsc.log").toFile())
                .start();
        await().atMost(LONG).until(() -> Files.readString(submits).startsWith("listening"));
        product = Product.standalone(directory.resolve("data"), Map.of("MINWON_SMPP_PORT", String.valueOf(port)));
    }

    @AfterAll
    static void stop() throws Exception {
        if (product != null) {
            product.close();
        }
        smsc.destroy();
        smsc.waitFor(10, TimeUnit.SECONDS);
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static List<Submit> submitted(String phone) throws IOException {
        return Files.readString(submits)
                .lines()
                .skip(1)
                .map(Submit::of)
                .filter(submit -> submit.to().equals(phone))
                .toList();
    }

    private static String filed(String phone) throws Exception {
        HttpResponse<String> answer = product.post(
                "/api/v1/complaints",
                Map.of(
                        "title", "가로등이 꺼졌어요",
                        "body", "화정3동 놀이터",
                        "category", "street-light",
                        "reporter", Map.of("name", "홍길동", "phone", phone),
                        "smsConsent", true),
                bearer(product.accounts().intake().key()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body()).get("receiptNumber").asString();
    }

    private static List<String> states(String receiptNumber) throws Exception {
        JsonNode texts = JSON.readTree(product.get(
                        8080,
                        "/api/v1/staff/messages?receiptNumber=" + receiptNumber,
                        bearer(product.accounts().intake().key()))
                .body());
        return StreamSupport.stream(texts.get("items").spliterator(), false)
                .map(text -> text.get("state").asString())
                .toList();
    }

    @Test
    void anotherSmsCentreGetsHangulWholeAndItsReceiptsAreUnderstood() throws Exception {
        DemoAccounts.ApiKey officer = product.accounts().key("officer", "construction");
        String number = filed("010-8800-0001");
        await().atMost(LONG).until(() -> submitted("01088000001").size() == 2);
        for (String words : List.of(LONG_TEXT, RARE)) {
            HttpResponse<String> asked = product.post(
                    "/api/v1/staff/complaints/" + number + "/supplement-request",
                    Map.of("text", words),
                    bearer(officer.key()));
            assertThat(asked.statusCode()).as(asked.body()).isLessThan(300);
            if (words.equals(LONG_TEXT)) {
                await().atMost(LONG).until(() -> submitted("01088000001").size() == 3);
                number = filed("010-8800-0002");
                await().atMost(LONG).until(() -> submitted("01088000002").size() == 2);
            }
        }
        await().atMost(LONG).until(() -> submitted("01088000002").size() == 3);

        assertThat(submitted("01088000001").getFirst().text()).contains("[서구청] 민원이 접수되었습니다.");
        Submit whole = submitted("01088000001").getLast();
        assertThat(whole.dataCoding()).isEqualTo(14);
        assertThat(whole.text()).contains(LONG_TEXT.strip());
        Submit rare = submitted("01088000002").getLast();
        assertThat(rare.dataCoding()).isEqualTo(8);
        assertThat(rare.text()).contains(RARE);
        String last = number;
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(states(last)).containsExactly("delivered", "delivered", "delivered"));
    }

    @Test
    void kannelsTextsArriveWholeAtThePhonesAndPhonesTextsAtKannel() throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        HttpServer office = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        office.createContext("/", exchange -> {
            heard.add(exchange.getRequestURI().getRawPath() + "?"
                    + exchange.getRequestURI().getRawQuery());
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("ok".getBytes(StandardCharsets.US_ASCII));
            exchange.close();
        });
        office.start();
        String receiver = "http://127.0.0.1:" + office.getAddress().getPort();
        int sendsms = freePort();
        Path config =
                Files.writeString(directory.resolve("kannel.conf"), kannel(freePort(), freePort(), sendsms, receiver));
        Process bearerbox = box("/usr/sbin/bearerbox", config);
        Process smsbox = null;
        try {
            await().atMost(LONG).until(() -> boundAs("kannel"));
            smsbox = box("/usr/sbin/smsbox", config);
            String text = LONG_TEXT.substring(0, 150);
            await().atMost(LONG).ignoreExceptions().until(() -> send(sendsms, text, receiver) == 202);

            await().atMost(LONG).until(() -> !product.texts("01088000003").isEmpty());
            assertThat(product.texts("01088000003").getFirst().get("text").asString())
                    .isEqualTo(text);
            await().atMost(LONG).until(() -> heard.contains("/receipt?type=1"));

            String reply = "네, 화정3동 놀이터 앞입니다";
            HttpResponse<String> written = phoneWrites(reply);
            assertThat(written.statusCode()).as(written.body()).isLessThan(300);
            await().atMost(LONG).until(() -> heard.stream().anyMatch(line -> line.startsWith("/inbound")));
            String inbound = heard.stream()
                    .filter(line -> line.startsWith("/inbound"))
                    .findFirst()
                    .orElseThrow();
            assertThat(inbound).startsWith("/inbound?from=01088000003&coding=2&text=");
            String octets = inbound.substring(inbound.indexOf("&text=") + "&text=".length());
            byte[] decoded =
                    URLDecoder.decode(octets, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
            assertThat(new String(decoded, StandardCharsets.UTF_16BE)).isEqualTo(reply);
        } finally {
            if (smsbox != null) {
                smsbox.destroy();
                smsbox.waitFor(10, TimeUnit.SECONDS);
            }
            bearerbox.destroy();
            bearerbox.waitFor(10, TimeUnit.SECONDS);
            office.stop(0);
        }
    }

    private static String kannel(int admin, int box, int sendsms, String receiver) {
        return """
                group = core
                admin-port = %d
                admin-password = box
                smsbox-port = %d
                store-file = %s

                group = smsc
                smsc = smpp
                smsc-id = phones
                host = 127.0.0.1
                port = %d
                transceiver-mode = true
                smsc-username = kannel
                smsc-password = kannel
                system-type = ""

                group = smsbox
                bearerbox-host = 127.0.0.1
                sendsms-port = %d

                group = sendsms-user
                username = office
                password = office
                max-messages = 10
                concatenation = true

                group = sms-service
                keyword = default
                get-url = "%s/inbound?from=%%p&coding=%%c&text=%%b"
                max-messages = 0
                """.formatted(admin, box, directory.resolve("kannel.store"), product.port(2775), sendsms, receiver);
    }

    private static Process box(String program, Path config) throws IOException {
        return new ProcessBuilder(program, "-v", "4", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("kannel.log").toFile()))
                .start();
    }

    private static boolean boundAs(String systemId) throws Exception {
        return product.get(8090, "/api/status", Map.of()).body().contains("\"" + systemId + "\"");
    }

    private static int send(int port, String text, String receiver) throws Exception {
        String query =
                "username=office&password=office&from=0620000000&to=01088000003&coding=2&charset=UTF-8&dlr-mask=3"
                        + "&dlr-url=" + encoded(receiver + "/receipt?type=%d") + "&text=" + encoded(text);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/cgi-bin/sendsms?" + query))
                .timeout(Duration.ofSeconds(10))
                .build();
        return product.http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private static HttpResponse<String> phoneWrites(String text) throws Exception {
        String body = JSON.writeValueAsString(Map.of(
                "from", "01088000003", "to", "0620000000", "text", text, "encoding", "UCS-2", "systemId", "kannel"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(product.url(8090, "/api/inbound")))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return product.http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
