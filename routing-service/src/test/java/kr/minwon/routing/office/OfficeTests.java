package kr.minwon.routing.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import kr.minwon.routing.clock.ClockPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficeTests {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final Office seogu = SeededOffices.seogu();

    @Test
    void seoguHasItsCategoriesAndDepartments() {
        assertThat(seogu.categories()).hasSize(23);
        assertThat(seogu.departments()).hasSize(15).allSatisfy(department -> {
            assertThat(department.contact()).isEqualTo("062-000-0000");
            assertThat(department.contactUnset()).isTrue();
        });
        assertThat(seogu.departments()).extracting(Department::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "parking-violation, 교통지도과, 기타민원, 7d",
        "traffic-facility, 교통행정과, 기타민원, 5d",
        "noise-dust, 기후환경과, 고충민원, 7d",
        "road-damage, 건설과, 기타민원, 3d",
        "civil-documents, 민원봉사과, 질의민원, 3h",
        "suggestion, 기획실, 건의민원, 14d",
        "other, 민원봉사과, 기타민원, 7d",
    })
    void placesByCategory(String category, String department, String kind, String period) {
        Placement placement = seogu.place(category, DAY);

        assertThat(placement.department().name()).isEqualTo(department);
        assertThat(placement.petitionKind()).isEqualTo(kind);
        assertThat(placement.period()).hasToString(period);
        assertThat(placement.rule()).contains(department).endsWith("맡습니다.");
    }

    @Test
    void theIntakeDepartmentTakesWhatNoRuleMatches() {
        Placement placement = seogu.place("no-such-category", DAY);

        assertThat(placement.department().id()).isEqualTo("civil-service");
        assertThat(placement.period()).hasToString("7d");
        assertThat(placement.rule()).isEqualTo("분류에 맞는 부서가 정해져 있지 않아 민원봉사과에서 맡습니다.");
    }

    @Test
    void aCategoryOfNoDepartmentIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Office(
                        "x",
                        "X",
                        "a",
                        PolicyHistory.always(Policy.of(ClockPolicy.DEFAULT)),
                        List.of(new Department("a", "A", "1", true)),
                        seogu.categories(),
                        List.of()))
                .withMessageContaining("no department");
    }

    @Test
    void everyCategoryHasExamples() {
        assertThat(seogu.categories())
                .allSatisfy(
                        category -> assertThat(category.examples()).isNotEmpty().noneMatch(String::isBlank));
    }

    @Test
    void anOfficeMayBeginWithCategoriesOfItsOwn(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("categories.csv");
        Files.writeString(
                file, "code,name,departmentId,petitionKind,period,examples\npermit,영업허가,hygiene,법정민원,10d,옥외영업 / 신고\n");

        Placement permit = SeededOffices.seogu(file).place("permit", DAY);

        assertThat(permit.petitionKind()).isEqualTo("법정민원");
        assertThat(permit.period()).hasToString("10d");
        for (String wrong : List.of("permit,영업허가,hygiene,법정,10d,", "permit,영업허가,hygiene,법정민원,10,", "permit")) {
            Files.writeString(file, "code\n" + wrong);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SeededOffices.seogu(file))
                    .withMessage("no category: " + wrong);
        }
    }
}
