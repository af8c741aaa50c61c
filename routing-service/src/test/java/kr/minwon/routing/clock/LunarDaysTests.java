package kr.minwon.routing.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LunarDaysTests {
    /** 설날, 부처님오신날 and 추석 as the Korea Astronomy and Space Science Institute (한국천문연구원) tells them. */
    private static final String TOLD = """
            2000-02-05,2000-05-11,2000-09-12
            2001-01-24,2001-05-01,2001-10-01
            2002-02-12,2002-05-19,2002-09-21
            2003-02-01,2003-05-08,2003-09-11
            2004-01-22,2004-05-26,2004-09-28
            2005-02-09,2005-05-15,2005-09-18
            2006-01-29,2006-05-05,2006-10-06
            2007-02-18,2007-05-24,2007-09-25
            2008-02-07,2008-05-12,2008-09-14
            2009-01-26,2009-05-02,2009-10-03
            2010-02-14,2010-05-21,2010-09-22
            2011-02-03,2011-05-10,2011-09-12
            2012-01-23,2012-05-28,2012-09-30
            2013-02-10,2013-05-17,2013-09-19
            2014-01-31,2014-05-06,2014-09-08
            2015-02-19,2015-05-25,2015-09-27
            2016-02-08,2016-05-14,2016-09-15
            2017-01-28,2017-05-03,2017-10-04
            2018-02-16,2018-05-22,2018-09-24
            2019-02-05,2019-05-12,2019-09-13
            2020-01-25,2020-04-30,2020-10-01
            2021-02-12,2021-05-19,2021-09-21
            2022-02-01,2022-05-08,2022-09-10
            2023-01-22,2023-05-27,2023-09-29
            2024-02-10,2024-05-15,2024-09-17
            2025-01-29,2025-05-05,2025-10-06
            2026-02-17,2026-05-24,2026-09-25
            2027-02-07,2027-05-13,2027-09-15
            2028-01-27,2028-05-02,2028-10-03
            2029-02-13,2029-05-20,2029-09-22
            2030-02-03,2030-05-09,2030-09-12
            2031-01-23,2031-05-28,2031-10-01
            2032-02-11,2032-05-16,2032-09-19
            2033-01-31,2033-05-06,2033-09-08
            2034-02-19,2034-05-25,2034-09-27
            2035-02-08,2035-05-15,2035-09-16
            2036-01-28,2036-05-03,2036-10-04
            2037-02-15,2037-05-22,2037-09-24
            2038-02-04,2038-05-11,2038-09-13
            2039-01-24,2039-04-30,2039-10-02
            2040-02-12,2040-05-18,2040-09-21
            2041-02-01,2041-05-07,2041-09-10
            2042-01-22,2042-05-26,2042-09-28
            2043-02-10,2043-05-16,2043-09-17
            2044-01-30,2044-05-05,2044-10-05
            2045-02-17,2045-05-24,2045-09-25
            2046-02-06,2046-05-13,2046-09-15
            2047-01-26,2047-05-02,2047-10-04
            2048-02-14,2048-05-20,2048-09-22
            2049-02-02,2049-05-09,2049-09-11
            2050-01-23,2050-05-28,2050-09-30
            """;

    private final LunarDays moon = new LunarDays();

    @Test
    void theMoonIsWhereTheInstituteTellsFor51Years() {
        List<String> years = TOLD.lines().toList();

        assertThat(years).hasSize(51).allSatisfy(line -> {
            List<LocalDate> told =
                    Arrays.stream(line.split(",", -1)).map(LocalDate::parse).toList();
            int year = told.getFirst().getYear();
            assertThat(List.of(moon.of(year, 1, 1), moon.of(year, 4, 8), moon.of(year, 8, 15)))
                    .isEqualTo(told);
        });
    }

    @Test
    void aLeapMonthIsNeverMeant() {
        // 2020 had a second fourth month from 23 May: its eighth day was no 부처님오신날.
        assertThat(moon.of(2020, 4, 8)).isEqualTo(LocalDate.of(2020, 4, 30));
        assertThat(moon.of(2020, 5, 1)).isEqualTo(LocalDate.of(2020, 6, 21));
    }

    @Test
    void theYearsMayBeAskedInAnyOrder() {
        assertThat(moon.of(2050, 1, 1)).isEqualTo(LocalDate.of(2050, 1, 23));
        assertThat(moon.of(2027, 1, 1)).isEqualTo(LocalDate.of(2027, 2, 7));
        assertThat(moon.of(2028, 8, 15)).isEqualTo(LocalDate.of(2028, 10, 3));
    }
}
