package kr.minwon.standalone;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import kr.minwon.addresses.Addresses;
import kr.minwon.addresses.Part;

/** What a newcomer reads when everything is up. */
final class Announcement {
    private Announcement() {}

    static void print(Addresses addresses, long nanosToReady, boolean listening) {
        Path data = addresses.data().toAbsolutePath().normalize();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.printf(
                """

                민원이 준비되었습니다 / Minwon is ready (%9$.1f s)

                  민원 신청·조회   %1$s://localhost:%2$d/
                  담당자 화면      %1$s://localhost:%2$d/staff
                  문자 (모의 전화) http://localhost:%3$d/
                  API 문서         %1$s://localhost:%2$d/v3/api-docs
                  상태·지표        http://localhost:%4$d-%5$d/actuator/{health,prometheus}

                  자료 위치        %6$s
                  시험용 계정      %7$s
                  저장소           %8$s

                멈추려면 Ctrl-C / Ctrl-C stops it
                """,
                addresses.scheme(),
                addresses.port(Part.GATEWAY),
                addresses.port(Part.PHONES),
                addresses.port(Part.GATEWAY_MANAGEMENT),
                addresses.port(Part.NOTIFICATION_MANAGEMENT),
                data,
                data.resolve("demo-accounts.txt"),
                addresses.hasOwnStore() ? "MONGODB_URI" : "시험용 저장소(trial store) — 실제 운영에는 MONGODB_URI로 MongoDB를 연결하세요",
                TimeUnit.NANOSECONDS.toMillis(nanosToReady) / 1000.0);
        if (!listening) {
            out.println("""
                      주의: 브로커(Kafka)에 아직 연결되지 않았습니다. 접수는 되고, 배정과 문자는 연결되면 나갑니다.
                      The broker is not reached yet: filing works, routing and texts follow when it is.
                    """);
        }
    }
}
