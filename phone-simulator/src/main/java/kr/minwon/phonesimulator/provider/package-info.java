/** Korean SMS providers over HTTP, as their documents describe them: SOLAPI, NAVER Cloud SENS, NHN Cloud, Aligo. */
@NullMarked
package kr.minwon.phonesimulator.provider;

import org.jspecify.annotations.NullMarked;
