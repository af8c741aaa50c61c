package kr.minwon.routing.workitem.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import kr.minwon.problems.InvalidFieldsException;
import kr.minwon.problems.ProblemException;
import kr.minwon.routing.workitem.QueueView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueueCursorTests {
    private static final String ORDER = "001795655550123/0198f3c2-7a10-7c3e-9b51-5f0a4d2e8c11";

    @Test
    void isReadByItsOwnListOnly() {
        String cursor = QueueCursor.write(QueueView.UNASSIGNED, "construction", ORDER);

        assertThat(QueueCursor.read(QueueView.UNASSIGNED, "construction", cursor))
                .contains(ORDER);
        assertThat(QueueCursor.read(QueueView.DONE, "construction", cursor)).isEmpty();
        assertThat(QueueCursor.read(QueueView.UNASSIGNED, "parks", cursor)).isEmpty();
        assertThat(QueueCursor.read(QueueView.UNASSIGNED, null, cursor)).isEmpty();
    }

    @Test
    void theWholeOfficesCursorIsReadByTheWholeOffice() {
        String cursor = QueueCursor.write(QueueView.DONE, null, ORDER);

        assertThat(QueueCursor.read(QueueView.DONE, null, cursor)).contains(ORDER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "!!!", "null", "{\"$ne\":null}", "dW5hc3NpZ25lZHw"})
    void anythingElseIsNone(String cursor) {
        assertThat(QueueCursor.read(QueueView.UNASSIGNED, null, cursor)).isEmpty();
    }

    @Test
    void aForgedOrderIsNone() {
        String forged =
                Base64.getUrlEncoder().encodeToString("unassigned||{\"$gt\":\"\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(QueueCursor.read(QueueView.UNASSIGNED, null, forged)).isEmpty();
        assertThat(QueueCursor.read(QueueView.UNASSIGNED, null, "A".repeat(300)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2611-4821-9375", "261148219375", "2611 4821 9375", " 2611-48219375"})
    void aReceiptNumberIsReadHoweverItIsTyped(String typed) {
        assertThat(ReceiptNumbers.normalise(typed)).isEqualTo("2611-4821-9375");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2611", "2611-4821-937X", "2611-4821-93755", "٢٦١١-4821-9375", "2611482193752611482193752611"
            })
    void anythingElseIsNoReceiptNumber(String typed) {
        assertThatThrownBy(() -> ReceiptNumbers.normalise(typed)).isInstanceOf(ProblemException.class);
    }

    @Test
    void anAssignmentNamesAnOfficerOrADepartment() {
        assertThatThrownBy(() -> new AssignRequest(null, null, null).check())
                .isInstanceOf(InvalidFieldsException.class);
        assertThatThrownBy(() -> new AssignRequest("a", null, "b").check()).isInstanceOf(InvalidFieldsException.class);
        assertThatThrownBy(() -> new AssignRequest(" ", null, null).check()).isInstanceOf(InvalidFieldsException.class);
        assertThatThrownBy(() -> new AssignRequest("a", "김\u0000", null).check())
                .isInstanceOf(InvalidFieldsException.class);
        assertThatThrownBy(() -> new AssignRequest("a", "\ud800", null).check())
                .isInstanceOf(InvalidFieldsException.class);
        assertThatThrownBy(() -> new AssignRequest("a".repeat(65), null, null).check())
                .isInstanceOf(InvalidFieldsException.class);
        new AssignRequest("a".repeat(64), "가".repeat(50), null).check();
        new AssignRequest(null, null, "parks").check();
    }
}
