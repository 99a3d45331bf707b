import { theme, type ThemeConfig } from 'antd';

/** The tokens of the look for antd. Values repeat tokens.css because antd computes shades from them. */
const LIGHT = {
  primary: '#0b6b74',
  ink: '#12282c',
  ink2: '#4f666b',
  line: '#dde7e6',
  ground: '#f3f7f6',
  card: '#ffffff',
  error: '#b3261e',
  warning: '#b97709',
  success: '#28724a',
};
const DARK = {
  primary: '#7fd0cb',
  ink: '#e6f0ef',
  ink2: '#a5b9bb',
  line: '#24393d',
  ground: '#0c191c',
  card: '#122528',
  error: '#f08a80',
  warning: '#e5ad4b',
  success: '#6fc493',
};

export function antdTheme(dark: boolean, large: boolean): ThemeConfig {
  const colours = dark ? DARK : LIGHT;
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: colours.primary,
      colorInfo: colours.primary,
      colorError: colours.error,
      colorWarning: colours.warning,
      colorSuccess: colours.success,
      colorText: colours.ink,
      colorTextSecondary: colours.ink2,
      colorBorder: colours.line,
      colorBorderSecondary: colours.line,
      colorBgLayout: colours.ground,
      colorBgContainer: colours.card,
      colorBgElevated: colours.card,
      colorFillAlter: colours.ground,
      colorTextLightSolid: dark ? '#062a30' : '#ffffff',
      borderRadius: 8,
      borderRadiusLG: 10,
      fontSize: large ? 18 : 14,
      fontFamily: 'inherit',
      controlHeight: large ? 44 : 38,
      wireframe: false,
    },
  };
}
