// of d3, what the bundler of pages needs: its names
declare module "d3";
